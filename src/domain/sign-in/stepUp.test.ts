import { describe, expect, it } from 'vitest';
import { type AuthorizationParameters, NO_REQUIREMENTS } from './authorizationParameters.ts';
import { findRefusingSite, type RefusingSite, scopesOfRefusal, stepUpInstructions } from './stepUp.ts';

const ALL = 'urn:globus:auth:scope:transfer.api.globus.org:all';
const DATA = 'https://auth.globus.org/scopes/e-1/data_access';
const lumen: RefusingSite = { id: 'a-1', name: 'Lumen Hall', endpointId: 'e-1' };
const harbor: RefusingSite = { id: 'a-2', name: 'Harbor 7', endpointId: 'e-2' };

describe('stepUpInstructions', () => {
  it.each<[Partial<AuthorizationParameters>, string]>([
    [{ requiredSingleDomain: ['hpc.example'] }, 'Sign in with an identity from hpc.example.'],
    [
      { requiredSingleDomain: ['a.example', 'b.example'] },
      'Sign in with an identity from a.example or b.example.',
    ],
    [{ requiredIdentities: ['mira@harbor.example'] }, 'Sign in as mira@harbor.example.'],
    [{ requiredIdentities: ['a1e5'] }, 'Sign in with a specific identity. Globus will show you which one.'],
    [{ requiredMfa: true }, 'Sign in with multi-factor authentication.'],
    [{ requiredPolicies: ['p'] }, 'Sign in again to meet the site’s policy.'],
    [{ prompt: 'login' }, 'Sign in again. The site requires a recent sign-in.'],
    [{ requiredScopes: [`${ALL}[*${DATA}]`] }, 'Allow Globus Transfer to access data at Lumen Hall.'],
    [{ requiredScopes: [DATA] }, 'Allow this dashboard to access data at Lumen Hall.'],
    [
      { requiredScopes: ['urn:globus:auth:scope:e-1:manage_collections[*urn:x]'] },
      'Allow Lumen Hall to use an additional permission (urn:x).',
    ],
    [{ requiredScopes: [ALL] }, 'Allow this dashboard to use Globus Transfer on your behalf.'],
    [
      { requiredScopes: ['urn:globus:auth:scope:e-9:manage_collections'] },
      'Allow this dashboard to manage the endpoint e-9 on your behalf.',
    ],
    [{ requiredScopes: ['urn:x'] }, 'Allow this dashboard to use an additional permission (urn:x).'],
  ])('%j', (required, instruction) => {
    expect(stepUpInstructions({ ...NO_REQUIREMENTS, ...required }, lumen)).toEqual([instruction]);
  });

  it('has one instruction for each requirement', () => {
    expect(
      stepUpInstructions({ ...NO_REQUIREMENTS, requiredSingleDomain: ['x'], requiredMfa: true }, null),
    ).toHaveLength(2);
  });
});

describe('findRefusingSite', () => {
  it.each<[string, Partial<AuthorizationParameters>, RefusingSite[], RefusingSite | null]>([
    ['the only candidate', {}, [lumen], lumen],
    ['the same access point on both sides', {}, [lumen, lumen], lumen],
    ['an endpoint in a scope', { requiredScopes: [`${ALL}[*${DATA}]`] }, [harbor, lumen], lumen],
    ['not a name in the message', { message: 'Harbor 7 is for members.' }, [harbor, lumen], null],
    ['no candidate', {}, [], null],
  ])('%s', (_case, required, candidates, site) => {
    expect(findRefusingSite({ ...NO_REQUIREMENTS, ...required }, candidates)).toEqual(site);
  });
});

describe('scopesOfRefusal', () => {
  const OTHER = 'https://auth.globus.org/scopes/e2e2e2e2-0000-4000-8000-000000000002/data_access';
  const required = { ...NO_REQUIREMENTS, requiredScopes: [`${ALL}[*${DATA} *${OTHER}]`] };

  it.each([
    ['of the endpoints that may have refused', [lumen, harbor], [`${ALL}[*${DATA}]`]],
    [
      'of any endpoint, if an endpoint is unknown',
      [lumen, { ...harbor, endpointId: null }],
      [`${ALL}[*${OTHER}]`],
    ],
    ['of any endpoint, without candidates', [], [`${ALL}[*${OTHER}]`]],
  ])('%s', (_what, candidates, scopes) => {
    expect(scopesOfRefusal(required, candidates)).toEqual(scopes);
  });
});
