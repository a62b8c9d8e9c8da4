import { expect, test } from 'vitest';
import {
  ACCESS_POINT_IDS,
  createTunnelViaApi,
  ENDPOINT_IDS,
  fetchGcs,
  fetchTransfer,
  sandboxForTests,
  type TransferRequestOptions,
  tunnelBody,
} from '../sandboxForTests.ts';

const sandbox = sandboxForTests({ speed: 0.01 });
const { northfield: NORTHFIELD, lumen: LUMEN, galeRidge: GALE_RIDGE, sandbar: SANDBAR } = ENDPOINT_IDS;
const PATH = '/stream_gateways';
const read = (endpointId: string, path = PATH, options: TransferRequestOptions = {}) =>
  fetchGcs(sandbox(), endpointId, path, options);
const write = (method: string, path: string, body?: object, options: TransferRequestOptions = {}) =>
  fetchGcs(sandbox(), NORTHFIELD, path, {
    persona: 'administrator',
    method,
    ...(body && { body: { DATA_TYPE: 'stream_gateway#1.1.0', ...body } }),
    ...options,
  });
const create = async (body: object): Promise<string> => (await write('POST', PATH, body)).body.data[0].id;
const post = (listener: string, options: TransferRequestOptions = {}) =>
  fetchTransfer(sandbox(), '/v2/tunnels', { method: 'POST', body: tunnelBody({ listener }), ...options });

test('lists the gateways of an endpoint, with the IDs and names of its access points', async () => {
  const { data } = (await read(NORTHFIELD)).body;
  expect(data).toContainEqual({
    DATA_TYPE: 'stream_gateway#1.1.0',
    id: ACCESS_POINT_IDS.requiresDomain,
    display_name: 'Northfield Restricted Cluster',
    allowed_domains: ['hpc.example'],
    authentication_timeout_mins: null,
    identity_mappings: null,
    users_allow: [],
    users_deny: [],
    lan_name: null,
    lan_secret_required: false,
    run_as_local_user: false,
    contact_email: 'streams@hpc.example',
    contact_info: null,
    department: 'Data Services',
    description: 'For members of the Northfield HPC Center only.',
    info_link: 'https://www.hpc.example/streams',
    keywords: ['hpc', 'restricted'],
    organization: 'Northfield HPC Center',
    tlsftp_url: expect.stringMatching(/^tlsftp:/),
    domain_name: expect.stringMatching(/\.data\.globus\.org$/),
    deleted: false,
  });
  const one = await read(NORTHFIELD, `${PATH}/${ACCESS_POINT_IDS.requiresDomain}`);
  expect(data).toContainEqual(one.body.data[0]);
  expect((await read(NORTHFIELD, `${PATH}/${ACCESS_POINT_IDS.harbor}`)).status).toBe(404);
});

test('an older endpoint answers with the older document', async () => {
  const [gateway] = (await read(GALE_RIDGE)).body.data;
  expect(gateway.DATA_TYPE).toBe('stream_gateway#1.0.0');
  expect(gateway).not.toHaveProperty('run_as_local_user');
});

test('lists gateways in pages', async () => {
  const first = (await read(NORTHFIELD, `${PATH}?page_size=2`)).body;
  expect([first.data.length, first.has_next_page]).toEqual([2, true]);
  const rest = (await read(NORTHFIELD, `${PATH}?page_size=100&marker=${first.marker}`)).body;
  expect(rest.data[0].id).not.toBe(first.data[1].id);
  expect([rest.has_next_page, rest.marker]).toEqual([false, null]);
});

test('an endpoint that is not public shows its gateways to whoever has a role', async () => {
  const { status, body } = await read(LUMEN);
  expect([status, body.detail.DATA_TYPE]).toEqual([403, 'missing_required_role#1.0.0']);
  expect((await read(LUMEN, PATH, { persona: 'support' })).status).toBe(200);
});

test('creating a gateway creates its access point, and deleting it stops the tunnels through it', async () => {
  const created = await write('POST', PATH, {
    display_name: 'Northfield Burst Buffer',
    keywords: ['nvme', 'burst'],
    contact_email: null,
  });
  expect(created.status).toBe(201);
  const [gateway] = created.body.data;
  expect(gateway).toMatchObject({ keywords: ['nvme', 'burst'], contact_email: null, allowed_domains: [] });
  const path = `/v2/stream_access_points/${gateway.id}`;
  expect((await fetchTransfer(sandbox(), path)).body.data.attributes).toMatchObject({
    display_name: 'Northfield Burst Buffer',
    keywords: 'nvme, burst',
  });
  const tunnelId = await createTunnelViaApi(sandbox(), { listener: gateway.id });
  expect((await write('DELETE', `${PATH}/${gateway.id}`)).status).toBe(200);
  expect((await fetchTransfer(sandbox(), path)).status).toBe(404);
  expect((await write('DELETE', `${PATH}/${gateway.id}`)).status).toBe(404);
  expect(sandbox().world.tunnels.get(tunnelId)?.state).toBe('STOPPING');
});

test('a change touches only the named fields, null removes one, and tunnels follow it at once', async () => {
  const id = await create({ display_name: 'Changing', department: 'Data', description: 'Old' });
  const change = (body: object) => write('PATCH', `${PATH}/${id}`, body);
  expect((await post(id)).status).toBe(201);
  const { status, body } = await change({
    users_deny: ['mira@harbor.example', 'mokafor@hpc.example'],
    department: null,
  });
  expect([status, body.data[0].department, body.data[0].description]).toEqual([200, null, 'Old']);
  expect((await post(id)).status).toBe(403);
  await change({ users_deny: null, authentication_timeout_mins: 10 });
  expect((await post(id)).status).toBe(201);
  expect((await post(id, { signedInMinutesAgo: 11 })).status).toBe(403);
  await change({ display_name: 'Renamed', authentication_timeout_mins: null });
  const point = await fetchTransfer(sandbox(), `/v2/stream_access_points/${id}`);
  expect(point.body.data.attributes.display_name).toBe('Renamed');
});

test('only owners and administrators may write, and only with a subscription', async () => {
  const calls = [
    ['POST', PATH],
    ['PATCH', `${PATH}/${ACCESS_POINT_IDS.northfield}`],
    ['DELETE', `${PATH}/${ACCESS_POINT_IDS.northfield}`],
  ] as const;
  for (const [method, path] of calls) {
    const { status, body } = await write(method, path, { display_name: 'x' }, { persona: 'support' });
    expect([status, body.detail]).toEqual([
      403,
      { DATA_TYPE: 'missing_required_role#1.0.0', roles: [{ role: 'owner' }, { role: 'administrator' }] },
    ]);
  }
  const { sites } = sandbox().world;
  sites.updateEndpoint(SANDBAR, { roles: sites.endpoint(NORTHFIELD)?.roles ?? [] });
  const refused = await fetchGcs(sandbox(), SANDBAR, PATH, {
    persona: 'administrator',
    method: 'POST',
    body: { DATA_TYPE: 'stream_gateway#1.1.0', display_name: 'x' },
  });
  expect([refused.status, refused.body.detail.DATA_TYPE]).toEqual([403, 'subscription_required#1.0.0']);
});

test('rejects other types of documents', async () => {
  const status = async (body: unknown, headers = {}) =>
    (await write('POST', PATH, undefined, { body, headers })).status;
  expect(await status({ DATA_TYPE: 'stream_gateway#2.0.0', display_name: 'x' })).toBe(415);
  expect(await status({ DATA_TYPE: 'stream_gateway#1.0.0' }, { 'Content-Type': 'text/plain' })).toBe(415);
  expect(await status({ display_name: 'x' })).toBe(400);
  expect(await status('{')).toBe(400);
});

test.each<[string, object, string[]]>([
  ['an empty name', { display_name: ' ' }, ['display_name']],
  ['no name', { display_name: null }, ['display_name']],
  [
    'several wrong fields',
    { allowed_domains: ['not a domain'], authentication_timeout_mins: 1.5, users_allow: 'mira' },
    ['allowed_domains', 'authentication_timeout_mins', 'users_allow'],
  ],
  [
    'several domains without a mapping',
    { allowed_domains: ['a.example', 'b.example'] },
    ['identity_mappings'],
  ],
  [
    'a mapping without rules',
    { identity_mappings: [{ DATA_TYPE: 'expression_identity_mapping#1.0.0' }] },
    ['identity_mappings'],
  ],
  ['an unknown network', { lan_name: 'nowhere' }, ['lan_name']],
  ['long keywords', { keywords: ['x'.repeat(600), 'y'.repeat(600)] }, ['keywords']],
  [
    'contacts',
    { organization: 'two\nlines', contact_email: 'nobody', info_link: 'javascript:x' },
    ['organization', 'contact_email', 'info_link'],
  ],
  ['a field of storage gateways', { require_mfa: true }, ['require_mfa']],
  [
    'a field of the newer document',
    { DATA_TYPE: 'stream_gateway#1.0.0', run_as_local_user: true },
    ['run_as_local_user'],
  ],
])('rejects %s and names the fields', async (_, body, properties) => {
  const path = `${PATH}/${ACCESS_POINT_IDS.northfield}`;
  const { status, body: error } = await write('PATCH', path, body);
  expect([status, error.detail.DATA_TYPE]).toEqual([422, 'invalid_input#1.0.0']);
  const errors: { property: string; message: string }[] = error.detail.errors;
  expect(errors.map(({ property }) => property)).toEqual(properties);
  expect(errors.every(({ message }) => message !== '')).toBe(true);
});

test('a new gateway needs a name', async () => {
  const { body } = await write('POST', PATH, {});
  expect(body.detail.errors).toMatchObject([{ property: 'display_name' }]);
});
