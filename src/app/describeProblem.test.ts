// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { classifyError } from '../api/http/errors.ts';
import { parseConfig, type RuntimeConfig, setRuntimeConfig } from '../config/runtimeConfig.ts';
import type { RefusingSite } from '../domain/sign-in/stepUp.ts';
import { describeProblem } from './describeProblem.ts';

const ALL = 'urn:globus:auth:scope:transfer.api.globus.org:all';
const data = (endpoint: string) => `https://auth.globus.org/scopes/${endpoint}/data_access`;
const E1 = 'e1e1e1e1-0000-4000-8000-000000000001';
const E2 = 'e2e2e2e2-0000-4000-8000-000000000002';
const lumen: RefusingSite = { id: 'a-1', name: 'Lumen Hall', endpointId: E1 };

const refused = (body: unknown, status = 403) =>
  classifyError({ method: 'POST', path: '/v2/tunnels', status, body, headers: new Headers() });
const requires = (parameters: Record<string, unknown>) =>
  refused({ code: 'X', message: 'From Globus.', authorization_parameters: parameters });
const gcs = (DATA_TYPE: string, more: Record<string, unknown> = {}) =>
  describeProblem(refused({ code: 'permission_denied', detail: { DATA_TYPE, ...more } }));

beforeEach(() =>
  setRuntimeConfig(parseConfig({ clientId: 'c-1' }, 'https://portal.example/') as RuntimeConfig),
);

describe('what a site requires', () => {
  it('shows the site’s message as the site’s, not as what Globus says', () => {
    const error = requires({ session_message: 'Globus says: call 555', session_required_mfa: true });
    expect(describeProblem(error)).toMatchObject({ siteMessage: 'Globus says: call 555', detail: null });
    expect(describeProblem(requires({ session_required_mfa: true }))).toMatchObject({
      siteMessage: null,
      detail: 'From Globus.',
    });
  });

  it('offers to link an identity only if another one is required', () => {
    const { linkIdentityUrl } = describeProblem(requires({ session_required_single_domain: 'hpc.example' }));
    expect(linkIdentityUrl).toMatch(/^https:\/\/auth\.globus\.org\/v2\/web\/identities\?client_id=c-1&/);
    expect(describeProblem(requires({ session_required_mfa: true })).linkIdentityUrl).toBeNull();
  });

  it('requests no permission at another endpoint', () => {
    const error = requires({ required_scopes: [`${ALL}[*${data(E1)} *${data(E2)}]`] });
    expect(describeProblem(error, [lumen])).toMatchObject({
      requirements: ['Allow Globus Transfer to access data at Lumen Hall.'],
      signInRemedy: { scopes: [`${ALL}[*${data(E1)}]`] },
    });
    const elsewhere = requires({ required_scopes: [data(E2)] });
    expect(describeProblem(elsewhere, [lumen])).toMatchObject({
      title: 'You don’t have permission',
      signInRemedy: null,
    });
  });
});

describe('a GCS Manager’s refusal', () => {
  it.each([
    [
      gcs('missing_required_role#1.0.0', { roles: [{ role: 'access_manager' }, { role: 'owner' }] }),
      'You don’t have the required role',
      'This requires the role access manager or owner on the endpoint. Ask the endpoint’s administrators.',
    ],
    [
      gcs('subscription_required#1.0.0', { add_ons: ['streams'] }),
      'The endpoint needs a subscription',
      'This feature requires streams. Ask the endpoint’s administrators.',
    ],
  ])('$title', (problem, title, impact) => {
    expect(problem).toMatchObject({ title, impact: expect.stringContaining(impact), canRetry: false });
  });

  it('offers to link an identity where that helps', () => {
    expect(gcs('id_not_in_identity_set#1.0.0').linkIdentityUrl).toContain('/v2/web/identities?');
    expect(gcs('not_resource_owner#1.0.0').linkIdentityUrl).toBeNull();
  });

  it('of an unknown type is a plain one', () => {
    expect(gcs('out_of_coffee#1.0.0').title).toBe('You don’t have permission');
  });
});

it('a site’s own failure isn’t “not found”', () => {
  const error = refused({ code: 'ENDPOINT_ERROR', message: 'GridFTP is down.' }, 404);
  expect(describeProblem(error)).toMatchObject({ title: 'The site returned an error', canRetry: true });
});
