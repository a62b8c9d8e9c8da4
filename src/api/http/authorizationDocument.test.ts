import { describe, expect, it } from 'vitest';
import { classifyError } from './errors.ts';

const classify = (status: number, body: unknown, endpointId: string | null = null) =>
  classifyError({ method: 'GET', path: '/v2/tunnels', endpointId, status, body, headers: new Headers() });

const ALL = 'urn:globus:auth:scope:transfer.api.globus.org:all';
const VIEW = 'urn:globus:auth:scope:auth.globus.org:view_identities';
const DATA = 'https://auth.globus.org/scopes/e1e1e1e1-0000-4000-8000-000000000001/data_access';

const REQUIREMENTS = {
  session_message: 'Use your lab identity',
  session_required_identities: ['id-1'],
  session_required_policies: 'p-1, p-2',
  session_required_single_domain: ['hpc.example', 'lab.example'],
  session_required_mfa: 'True',
  required_scopes: [`${ALL}[*${DATA}]`],
  prompt: 'login',
};

const READ_REQUIREMENTS = {
  message: 'Use your lab identity',
  requiredIdentities: ['id-1'],
  requiredPolicies: ['p-1', 'p-2'],
  requiredSingleDomain: ['hpc.example', 'lab.example'],
  requiredMfa: true,
  requiredScopes: [`${ALL}[*${DATA}]`],
  prompt: 'login',
};

describe('sign-in requirements', () => {
  it.each([
    ['at the root', { code: 'x', message: 'm', authorization_parameters: REQUIREMENTS }],
    ['in an item', { errors: [{ code: 'y' }, { code: 'x', authorization_parameters: REQUIREMENTS }] }],
    ['in an item’s meta', { errors: [{ code: 'x', meta: { authorization_parameters: REQUIREMENTS } }] }],
  ])('are found %s, whatever the status', (_where, body) => {
    for (const status of [400, 401, 403, 502]) {
      const error = classify(status, body);
      expect(error.kind).toBe('step-up');
      expect(error.authorization).toEqual(READ_REQUIREMENTS);
    }
  });

  it('are found in the older consent error, at any place', () => {
    const consent = { code: 'ConsentRequired', message: 'm', required_scopes: [`${ALL}[*${DATA}]`, VIEW] };
    for (const body of [consent, { errors: [consent] }]) {
      expect(classify(403, body).authorization?.requiredScopes).toEqual([`${ALL}[*${DATA}]`, VIEW]);
    }
    expect(
      classify(403, { ...consent, required_scopes: `${ALL}[*${DATA}] ${VIEW}` }).authorization
        ?.requiredScopes,
    ).toEqual([`${ALL}[*${DATA}]`, VIEW]);
    expect(classify(400, consent).kind).toBe('step-up');
    expect(classify(400, { ...consent, code: 'Other' }).kind).toBe('validation');
    expect(classify(403, { ...consent, required_scopes: [] }).kind).toBe('forbidden');
  });

  it.each<[string, unknown]>([
    ['at the root', { code: 'X', required_scopes: [`${ALL}[*${DATA}]`, VIEW] }],
    ['as one text', { required_scopes: `${ALL}[*${DATA}] ${VIEW}` }],
    ['with commas', { required_scopes: `${ALL}[*${DATA}],${VIEW}` }],
    ['as one text in a list', { required_scopes: [`${ALL}[*${DATA}], ${VIEW}`] }],
    ['under the other name', { errors: [{ code: 'X', required_scope: `${ALL}[*${DATA}] ${VIEW}` }] }],
    [
      'in the meta of an item',
      { errors: [{ code: 'X' }, { meta: { required_scopes: [`${ALL}[*${DATA}]`, VIEW] } }] },
    ],
    ['in the parameters', { authorization_parameters: { required_scope: `${ALL}[*${DATA}] ${VIEW}` } }],
  ])('are scopes found %s, with any code', (_where, body) => {
    for (const status of [401, 403]) {
      expect(classify(status, body)).toMatchObject({
        kind: 'step-up',
        authorization: { requiredScopes: [`${ALL}[*${DATA}]`, VIEW] },
      });
    }
  });

  it('include scopes beside the parameters', () => {
    const body = { authorization_parameters: { session_required_mfa: true }, required_scopes: [VIEW] };
    expect(classify(403, body).authorization).toMatchObject({ requiredMfa: true, requiredScopes: [VIEW] });
  });

  it('include Auth’s oldest form, with any status', () => {
    const body = { error: 'dependent_consent_required', errors: [{ unapproved_scopes: [VIEW] }] };
    for (const status of [400, 403])
      expect(classify(status, body).authorization?.requiredScopes).toEqual([VIEW]);
  });

  it('never include refresh tokens, foreign services, or another endpoint’s scopes', () => {
    const own = 'urn:globus:auth:scope:e-1:manage_collections';
    const required_scopes = ['offline_access', 'urn:globus:auth:scope:groups.api.globus.org:all', DATA, own];
    expect(classify(403, { required_scopes }, 'e-1').authorization?.requiredScopes).toEqual([own]);
    expect(classify(403, { required_scopes: ['offline_access'] }).kind).toBe('forbidden');
  });

  it('have a message of at most 300 characters, cut between them', () => {
    const session_message = 'e\u0301'.repeat(400);
    const error = classify(403, { authorization_parameters: { session_message } });
    expect(error.authorization?.message).toBe(`${'e\u0301'.repeat(299)}…`);
  });

  it('take the message from the root if the item has none', () => {
    const root = { session_message: 'Sign in, please.', session_required_mfa: false };
    const errors = [{ authorization_parameters: { session_required_mfa: true } }];
    expect(classify(403, { authorization_parameters: root, errors }).authorization).toMatchObject({
      message: 'Sign in, please.',
      requiredMfa: true,
    });
  });

  it.each([
    [{ session_required_mfa: 'TRUE' }, true],
    [{ session_required_mfa: 1, prompt: 'login' }, false],
  ])('%j', (requirements, requiredMfa) => {
    expect(classify(403, { authorization_parameters: requirements }).authorization?.requiredMfa).toBe(
      requiredMfa,
    );
  });

  const EMPTY = {
    session_message: null,
    session_required_identities: [],
    session_required_policies: '',
    session_required_single_domain: null,
    session_required_mfa: false,
    required_scopes: [],
    prompt: null,
  };

  it.each([[null], ['x'], [[]], [{}], [{ prompt: 'consent' }], [EMPTY], [{ session_required_mfa: 'False' }]])(
    'none in %j',
    (requirements) => {
      expect(classify(403, { authorization_parameters: requirements }).kind).toBe('forbidden');
    },
  );

  it.each([
    ['an item', { authorization_parameters: { session_required_mfa: true } }],
    ['an item’s meta', { meta: { authorization_parameters: { session_required_mfa: true } } }],
  ])('of %s aren’t hidden by a root without any', (_where, item) => {
    for (const root of [EMPTY, { ...EMPTY, session_message: 'Session reauthentication required' }]) {
      const error = classify(403, { authorization_parameters: root, errors: [item] });
      expect(error).toMatchObject({ kind: 'step-up', authorization: { requiredMfa: true } });
    }
  });

  it('a message alone asks for a new sign-in', () => {
    const body = { authorization_parameters: { ...EMPTY, session_message: 'Sign in, please.' } };
    expect(classify(403, body).authorization?.message).toBe('Sign in, please.');
  });
});
