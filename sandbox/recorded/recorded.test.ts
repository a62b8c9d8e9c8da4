import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import {
  ACCESS_POINT_IDS,
  type ApiResponse,
  createTunnelViaApi,
  ENDPOINT_IDS,
  fetchGcs,
  fetchTransfer,
  sandboxForTests,
  tunnelBody,
} from '../sandboxForTests.ts';
import type { AuthorizationParametersLocation } from '../serving/serviceSettings.ts';

// The sandbox's responses have the members and types of the recorded documents. The dashboard's readers are tested with
// the same documents in src/api/recorded.test.ts.

interface RecordedDocument {
  source: string;
  status: number;
  body: unknown;
}

const sandbox = sandboxForTests({ speed: 0.01 });
const { northfield: NORTHFIELD, galeRidge: GALE_RIDGE, sandbar: SANDBAR } = ENDPOINT_IDS;
const { northfield, harbor } = ACCESS_POINT_IDS;
const TUNNELS = '/v2/tunnels';
const ACCESS_POINTS = '/v2/stream_access_points';

afterEach(() => sandbox().commands.reset());

const get = (path: string) => fetchTransfer(sandbox(), path);
const post = (listener: string = northfield) =>
  fetchTransfer(sandbox(), TUNNELS, { method: 'POST', body: tunnelBody({ listener, label: 'A label' }) });
const patch = async (attributes: object) =>
  fetchTransfer(sandbox(), `${TUNNELS}/${await createTunnelViaApi(sandbox(), { label: 'A label' })}`, {
    method: 'PATCH',
    body: { data: { type: 'Tunnel', attributes } },
  });
const tunnelInState = (state: string) => {
  const [tunnel] = sandbox().commands.tunnels.create({ state, label: 'A label' });
  return `${TUNNELS}/${tunnel?.id}`;
};
const createRefused = (location: AuthorizationParametersLocation, listener: string) => {
  sandbox().commands.setAuthorizationParametersLocation(location);
  return post(listener);
};
const requireRecentSignIn = (location: AuthorizationParametersLocation) => {
  const token = sandbox().commands.issueToken().token;
  sandbox().commands.advanceMinutes(31);
  sandbox().commands.setAuthorizationParametersLocation(location);
  const body = tunnelBody({ listener: ACCESS_POINT_IDS.requiresRecentSignIn });
  return fetchTransfer(sandbox(), TUNNELS, { method: 'POST', body, token });
};

const asAdministrator = { persona: 'administrator' } as const;
const createSecret = async (policy: object = {}, demands: object = {}, members: object = {}) => {
  const tunnelId = await createTunnelViaApi(sandbox());
  sandbox().commands.updateAccessPoint(northfield, { policy, demands });
  return fetchGcs(sandbox(), NORTHFIELD, '/lan_secrets', {
    method: 'POST',
    body: {
      DATA_TYPE: 'lan_secret_create#1.0.0',
      stream_access_point_id: northfield,
      tunnel_id: tunnelId,
      ...members,
    },
  });
};
const deleteSecretOfSomeoneElse = async () => {
  const { body } = await createSecret();
  return fetchGcs(sandbox(), NORTHFIELD, `/lan_secrets/${body.data[0].id}`, {
    method: 'DELETE',
    persona: 'newcomer',
  });
};
const createGateway = (endpointId: string) =>
  fetchGcs(sandbox(), endpointId, '/stream_gateways', {
    method: 'POST',
    body: { DATA_TYPE: 'stream_gateway#1.0.0', display_name: 'New' },
    ...asAdministrator,
  });

/** How to get each document from the sandbox. */
const RESPONSES: Readonly<Record<string, () => ApiResponse | Promise<ApiResponse>>> = {
  'transfer/tunnels': async () => {
    tunnelInState('ACTIVE');
    await createTunnelViaApi(sandbox());
    return get(TUNNELS);
  },
  'transfer/tunnel': () => get(tunnelInState('ACTIVE')),
  'transfer/tunnelCreated': () => post(),
  'transfer/tunnelRenamed': () => patch({ label: 'Another label' }),
  'transfer/tunnelStopping': () => patch({ state: 'STOPPING' }),
  'transfer/tunnelDeleted': () => fetchTransfer(sandbox(), tunnelInState('STOPPED'), { method: 'DELETE' }),
  'transfer/tunnelEvents': () => get(`${tunnelInState('STOPPED')}/events`),
  'transfer/tunnelEventsPage': () => get(`${tunnelInState('STOPPED')}/events?page[limit]=2`),
  'transfer/accessPoints': () => get(ACCESS_POINTS),
  'transfer/accessPointsPage': () => get(`${ACCESS_POINTS}?page[limit]=1`),
  'transfer/accessPoint': () => get(`${ACCESS_POINTS}/${harbor}`),
  'transfer/endpoint': () => fetchTransfer(sandbox(), `/v0.10/endpoint/${NORTHFIELD}`, asAdministrator),
  'gcs/streamGateways': () => {
    const mappings = [
      { source: '{username}', match: '(.*)', output: '{0}', literal: false, ignore_case: true },
    ];
    sandbox().commands.updateAccessPoint(northfield, {
      policy: { identity_mappings: [{ DATA_TYPE: 'expression_identity_mapping#1.0.0', mappings }] },
    });
    return fetchGcs(sandbox(), NORTHFIELD, '/stream_gateways');
  },
  'gcs/streamGatewaysVersion10': () => fetchGcs(sandbox(), GALE_RIDGE, '/stream_gateways'),
  'gcs/managerInfo': () => fetchGcs(sandbox(), NORTHFIELD, '/info', { token: null }),
  'gcs/nodes': () => fetchGcs(sandbox(), NORTHFIELD, '/nodes', asAdministrator),
  'gcs/roles': () => fetchGcs(sandbox(), NORTHFIELD, '/roles', asAdministrator),
  'gcs/lanSecretCreated': () => createSecret(),
  'refusals/root': () => requireRecentSignIn('root'),
  'refusals/item': () => requireRecentSignIn('item'),
  'refusals/itemMeta': () => requireRecentSignIn('meta'),
  'refusals/legacyConsent': () => createRefused('legacy', ACCESS_POINT_IDS.requiresConsent),
  'refusals/loginFailed': () => createRefused('login-failed', ACCESS_POINT_IDS.requiresDomain),
  'refusals/notFound': () => get(`${TUNNELS}/${crypto.randomUUID()}`),
  'refusals/badToken': () => fetchTransfer(sandbox(), `/v0.10/endpoint/${NORTHFIELD}`, { token: 'expired' }),
  'refusals/validation': () => {
    const body = tunnelBody({ label: 'A label', submission_id: undefined });
    return fetchTransfer(sandbox(), TUNNELS, { method: 'POST', body });
  },
  'refusals/gcsMissingScopes': () => fetchGcs(sandbox(), NORTHFIELD, '/nodes', { scope: 'other' }),
  'refusals/gcsTimeout': () => createSecret({}, { mfa: true }),
  'refusals/gcsDomain': () => createSecret({ allowed_domains: ['hpc.example'] }),
  'refusals/gcsRole': () => fetchGcs(sandbox(), NORTHFIELD, '/roles'),
  'refusals/gcsOwner': () => deleteSecretOfSomeoneElse(),
  'refusals/gcsInvalidInput': () => createSecret({}, {}, { tunnel_id: null }),
  'refusals/gcsInvalidUser': () => createSecret({ users_allow: ['someone-else'] }),
  'refusals/gcsSubscription': () => {
    const [{ id } = { id: SANDBAR }] = sandbox().commands.sites.createEndpoints({ subscriptionId: null });
    return createGateway(id);
  },
};

/** What the sandbox never sends: only Globus Auth does, to services that call others for a person. */
const NOT_SENT = ['refusals/unapprovedScopes'];

test('every document is compared', () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' });
  const names = files.filter((file) => file.endsWith('.json')).map((file) => file.replace('.json', ''));
  expect([...Object.keys(RESPONSES), ...NOT_SENT].sort()).toEqual(names.sort());
});

test.each(Object.keys(RESPONSES))(
  '%s: the sandbox responds with the same members and types',
  async (name) => {
    const text = readFileSync(`${import.meta.dirname}/${name}.json`, 'utf8');
    const { source, status, body }: RecordedDocument = JSON.parse(text);
    const response = await RESPONSES[name]?.();
    expect(response?.status).toBe(status);
    // Only responses that clients recorded show the order of the members.
    const hasOrder = source === 'recordings';
    const recorded = describeTypes(body, hasOrder);
    expect([...recorded].filter(([, types]) => contradictsItself(types))).toEqual([]);
    const unlike = [...describeTypes(response?.body, hasOrder)].flatMap(([path, types]) =>
      [...types].filter((type) => !recorded.get(path)?.has(type)).map((type) => `${path}: ${type}`),
    );
    expect(unlike).toEqual([]);
  },
);

/** Members whose value is a name that Globus chose, so that it counts as their type. */
const NAMES = /(^|\.)(DATA_TYPE|type|code)$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const UTC_WITHOUT_ZONE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/;

/**
 * Returns the types that each part of a document has. The items of a list share a path: a member that is null in one of
 * them and a text in another has both types.
 */
function describeTypes(document: unknown, hasOrder: boolean): Map<string, Set<string>> {
  const types = new Map<string, Set<string>>();
  const visit = (value: unknown, path: string) => {
    types.set(path, (types.get(path) ?? new Set()).add(typeOf(value, path, hasOrder)));
    if (Array.isArray(value)) for (const item of value) visit(item, `${path}[]`);
    else if (typeof value === 'object' && value !== null)
      for (const [name, member] of Object.entries(value))
        visit(member, path === '' ? name : `${path}.${name}`);
  };
  visit(document, '');
  return types;
}

function typeOf(value: unknown, path: string, hasOrder: boolean): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? 'empty list' : 'list';
  if (typeof value === 'object') {
    const names = Object.keys(value);
    return `{ ${(hasOrder ? names : names.sort()).join(', ')} }`;
  }
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  if (typeof value !== 'string') return typeof value;
  if (NAMES.test(path)) return JSON.stringify(value);
  if (UUID.test(value)) return 'UUID';
  return UTC_WITHOUT_ZONE.test(value) ? 'time' : 'text';
}

/** Whether a member is, for example, a text in one item of a list and a number in another. It may be null in some. */
function contradictsItself(types: ReadonlySet<string>): boolean {
  const kinds = [...types]
    .filter((type) => type !== 'null' && !type.startsWith('{'))
    .map((type) => type.replace(/^".*"$/, 'text').replace('empty list', 'list'));
  return new Set(kinds).size > 1;
}
