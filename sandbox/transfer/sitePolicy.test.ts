import { afterEach, expect, test } from 'vitest';
import {
  ACCESS_POINT_IDS,
  fetchTransfer,
  sandboxForTests,
  type TransferRequestOptions,
  tunnelBody,
} from '../sandboxForTests.ts';
import { consentScope } from './sitePolicy.ts';

const sandbox = sandboxForTests();
const LUMEN = 'e0000000-0000-4000-8000-000000000006';
const ALL = 'urn:globus:auth:scope:transfer.api.globus.org:all';
const post = (listener: string, options: TransferRequestOptions = {}) =>
  fetchTransfer(sandbox(), '/v2/tunnels', { method: 'POST', body: tunnelBody({ listener }), ...options });

afterEach(() => sandbox().commands.setAuthorizationParametersLocation('root'));

test('requires a sign-in with an identity of a domain', async () => {
  const { status, body } = await post(ACCESS_POINT_IDS.requiresDomain);
  expect(status).toBe(403);
  expect(body).toMatchObject({
    errors: [{ status: 403, code: 'AuthorizationParametersRequired' }],
    authorization_parameters: { session_required_single_domain: ['hpc.example'] },
  });
  expect((await post(ACCESS_POINT_IDS.requiresDomain, { identityIndexes: [0, 1] })).status).toBe(201);
});

test('requires a recent sign-in by the simulated clock, even with a valid token', async () => {
  expect((await post(ACCESS_POINT_IDS.requiresRecentSignIn, { signedInMinutesAgo: 29 })).status).toBe(201);
  const { token } = sandbox().commands.issueToken();
  expect((await post(ACCESS_POINT_IDS.requiresRecentSignIn, { token })).status).toBe(201);
  sandbox().commands.advanceMinutes(31);
  const { body } = await post(ACCESS_POINT_IDS.requiresRecentSignIn, { token });
  const { authorization_parameters: parameters } = body;
  expect(parameters).not.toHaveProperty('prompt');
  expect(parameters).toMatchObject({
    // An ID of a policy at Globus Auth, not of the gateway.
    session_required_policies: [expect.stringMatching(/^90110000-/)],
    session_message: expect.stringContaining('30 minutes'),
  });
});

test('requires multi-factor authentication', async () => {
  const { body } = await post(ACCESS_POINT_IDS.requiresMfa);
  expect(body.authorization_parameters).toMatchObject({ session_required_mfa: true });
  expect((await post(ACCESS_POINT_IDS.requiresMfa, { mfa: true })).status).toBe(201);
});

test('requires consent for a nested scope', async () => {
  const { body } = await post(ACCESS_POINT_IDS.requiresConsent);
  const required = `${ALL}[*https://auth.globus.org/scopes/${LUMEN}/data_access]`;
  expect(body).toMatchObject({
    errors: [{ code: 'ConsentRequired' }],
    authorization_parameters: { required_scopes: [required] },
  });
  expect((await post(ACCESS_POINT_IDS.requiresConsent, { scope: consentScope(LUMEN) })).status).toBe(201);
});

test('a refusal without a remedy has no authorization parameters', async () => {
  const { status, body } = await post(ACCESS_POINT_IDS.deniesEveryone);
  expect(status).toBe(403);
  expect(body.errors[0]).toEqual({ status: 403, code: 'PermissionDenied', detail: expect.any(String) });
});

test('an endpoint without a subscription cannot stream', async () => {
  const { status, body } = await post(ACCESS_POINT_IDS.hasNoSubscription);
  expect([status, body.errors[0].code]).toEqual([403, 'SubscriptionRequired']);
  expect(body).not.toHaveProperty('authorization_parameters');
});

test('a site that refuses all requests causes an ExternalError, or what it sends itself', async () => {
  const { status, body } = await post(ACCESS_POINT_IDS.refusing);
  expect([status, body.errors[0].code]).toEqual([502, 'ExternalError']);
  const failure = { status: 404, code: 'EndpointError.NotFound' };
  sandbox().commands.updateAccessPoint(ACCESS_POINT_IDS.refusing, { failure });
  const other = await post(ACCESS_POINT_IDS.refusing);
  expect({ status: other.status, code: other.body.errors[0].code }).toEqual(failure);
});

test('authorization parameters are at the location that is set', async () => {
  const { commands } = sandbox();
  const parameters = { session_required_mfa: true };
  const atRoot = (await post(ACCESS_POINT_IDS.requiresMfa)).body;
  expect(atRoot).toMatchObject({ authorization_parameters: parameters });
  expect(atRoot.errors[0]).not.toHaveProperty('authorization_parameters');
  commands.setAuthorizationParametersLocation('item');
  const inItem = (await post(ACCESS_POINT_IDS.requiresMfa)).body;
  expect(inItem.errors[0]).toMatchObject({ authorization_parameters: parameters });
  expect(inItem).not.toHaveProperty('authorization_parameters');
  commands.setAuthorizationParametersLocation('meta');
  expect((await post(ACCESS_POINT_IDS.requiresMfa)).body.errors[0].meta).toMatchObject({
    authorization_parameters: parameters,
  });
  commands.setAuthorizationParametersLocation('legacy');
  expect((await post(ACCESS_POINT_IDS.requiresConsent)).body).toEqual({
    code: 'ConsentRequired',
    message: expect.any(String),
    request_id: expect.any(String),
    required_scopes: [consentScope(LUMEN)],
    resource: '/tunnels',
  });
});

test('a login that fails at the site names every parameter, also those without a requirement', async () => {
  sandbox().commands.setAuthorizationParametersLocation('login-failed');
  const { status, body } = await post(ACCESS_POINT_IDS.requiresDomain);
  expect(status).toBe(502);
  expect(body).toEqual({
    code: 'ExternalError.DirListingFailed.LoginFailed',
    message: expect.stringContaining('Login Failed'),
    request_id: expect.any(String),
    authorization_parameters: {
      session_message: expect.stringContaining('hpc.example'),
      session_required_identities: [],
      session_required_single_domain: ['hpc.example'],
      session_required_policies: null,
      session_required_mfa: false,
      required_scopes: null,
      prompt: null,
    },
    resource: '/tunnels',
  });
  // A missing consent isn't about the session.
  expect((await post(ACCESS_POINT_IDS.requiresConsent)).status).toBe(403);
});

test('the policy of a site can be changed and reset', async () => {
  const { commands } = sandbox();
  commands.updateAccessPoint(ACCESS_POINT_IDS.northfield, { demands: { mfa: true } });
  expect((await post(ACCESS_POINT_IDS.northfield)).status).toBe(403);
  commands.reset();
  expect((await post(ACCESS_POINT_IDS.northfield)).status).toBe(201);
});
