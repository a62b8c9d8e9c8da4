import { expect, test } from 'vitest';
import { classifyError } from './errors.ts';

const ENDPOINT = 'e-1';
const refused = (status: number, detail: unknown) =>
  classifyError({
    method: 'GET',
    path: '/api/stream_gateways',
    endpointId: ENDPOINT,
    status,
    headers: new Headers(),
    body: { DATA_TYPE: 'result#1.1.0', code: 'permission_denied', message: 'No.', detail },
  });

const MANAGE = 'urn:globus:auth:scope:e-1:manage_collections';

test.each([
  [
    401,
    { DATA_TYPE: 'missing_required_scopes#1.0.0', required_scopes: [MANAGE] },
    { requiredScopes: [MANAGE] },
  ],
  [
    403,
    { DATA_TYPE: 'authentication_timeout#1.0.0', identities: ['i-1'], high_assurance: true },
    { requiredIdentities: ['i-1'], requiredMfa: false, prompt: 'login' },
  ],
  [
    403,
    { DATA_TYPE: 'authentication_timeout#1.1.0', require_mfa: true },
    { requiredMfa: true, prompt: 'login' },
  ],
  [
    403,
    { DATA_TYPE: 'not_from_allowed_domain#1.0.0', allowed_domains: ['hpc.example'] },
    { requiredSingleDomain: ['hpc.example'] },
  ],
])('%i with %j requires a sign-in', (status, detail, authorization) => {
  expect(refused(status, detail)).toMatchObject({ kind: 'step-up', authorization, reason: null });
});

test.each([
  [
    'missing_required_role',
    { roles: [{ role: 'administrator' }, { role: 'owner', collection: 'c' }] },
    'forbidden',
    ['administrator', 'owner'],
  ],
  ['not_resource_owner', { id: 'i-1' }, 'forbidden', []],
  [
    'subscription_required',
    { subscription_level: 'standard', add_ons: ['streams'] },
    'forbidden',
    ['standard', 'streams'],
  ],
  ['limit_exceeded', {}, 'conflict', []],
  ['resource_conflict', { resources: ['r'] }, 'conflict', []],
  ['invalid_user', { usernames: ['mira'] }, 'forbidden', ['mira']],
  ['id_not_in_identity_set', { id: 'i-1' }, 'forbidden', []],
  ['invalid_credential', { user_credential_id: 'u' }, 'forbidden', []],
])('%s is a reason, whatever its status and version', (type, detail, kind, values) => {
  for (const status of [400, 401, 403, 409])
    expect(refused(status, { DATA_TYPE: `${type}#9.0.0`, ...detail })).toMatchObject({
      kind,
      reason: { type, values },
      authorization: null,
      detail: 'No.',
    });
});

test.each([
  ['an unknown type', { DATA_TYPE: 'out_of_coffee#1.0.0' }],
  ['a type that is a member of every object', { DATA_TYPE: 'constructor#1.0.0' }],
  ['an invalid type', { DATA_TYPE: 7 }],
  ['a demand without content', { DATA_TYPE: 'not_from_allowed_domain#1.0.0', allowed_domains: null }],
  ['a text', 'No, really.'],
])('%s leaves the kind to the status', (_what, detail) => {
  expect(refused(403, detail)).toMatchObject({ kind: 'forbidden', reason: null, authorization: null });
  expect(refused(404, detail).kind).toBe('not-found');
});
