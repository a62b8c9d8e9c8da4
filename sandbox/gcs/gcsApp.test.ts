import { request } from 'node:http';
import { expect, test } from 'vitest';
import { ENDPOINT_IDS, fetchGcs, sandboxForTests, type TransferRequestOptions } from '../sandboxForTests.ts';

const sandbox = sandboxForTests();
const { northfield: NORTHFIELD, tidewater: TIDEWATER, lumen: LUMEN } = ENDPOINT_IDS;
const send = (endpointId: string, path: string, options: TransferRequestOptions = {}) =>
  fetchGcs(sandbox(), endpointId, path, options);

test('wraps every response, and names the origin of the request', async () => {
  const origin = 'https://streams.example';
  for (const path of ['/stream_gateways', '/stream_gateways/x', '/nodes', '/nothing']) {
    const { status, headers, body } = await send(NORTHFIELD, path, { headers: { Origin: origin } });
    expect(headers.get('Access-Control-Allow-Origin')).toBe(origin);
    expect(body).toMatchObject({
      DATA_TYPE: 'result#1.1.0',
      http_response_code: status,
      data: expect.any(Array),
      has_next_page: false,
    });
  }
});

test('requires a token for this endpoint, with its scope', async () => {
  for (const token of [null, sandbox().commands.issueToken({ resourceServer: LUMEN }).token]) {
    const { status, body } = await send(NORTHFIELD, '/stream_gateways', { token });
    expect([status, body.code, body.detail]).toEqual([401, 'not_authorized', null]);
  }
  const { status, body } = await send(NORTHFIELD, '/stream_gateways', { scope: 'urn:something:else' });
  expect([status, body.detail]).toEqual([
    403,
    {
      DATA_TYPE: 'missing_required_scopes#1.0.0',
      required_scopes: [`urn:globus:auth:scope:${NORTHFIELD}:manage_collections`],
    },
  ]);
});

test('info needs no token', async () => {
  const { body } = await send(NORTHFIELD, '/info', { token: null });
  expect(body.data).toMatchObject([
    {
      DATA_TYPE: 'info#1.0.0',
      endpoint_id: NORTHFIELD,
      manager_version: '5.4.85',
      domain_name: expect.stringMatching(/\.data\.globus\.org$/),
    },
  ]);
  const { data } = (await send(TIDEWATER, '/info', { token: null })).body;
  expect(data[0].domain_name).toMatch(/\.gaccess\.io$/);
});

test('a request to the domain of an endpoint needs no ID in its path', async () => {
  const domain = sandbox().world.sites.endpoint(TIDEWATER)?.managerDomain ?? '';
  const body = await new Promise<string>((resolve) => {
    const headers = { Host: domain };
    request(`${sandbox().gcs}/api/info`, { headers }, async (response) => {
      resolve((await response.toArray()).join(''));
    }).end();
  });
  expect(JSON.parse(body).data).toMatchObject([{ endpoint_id: TIDEWATER, domain_name: domain }]);
});

test('shows nodes with their networks, and roles, to whoever has a role', async () => {
  const nodes = (await send(TIDEWATER, '/nodes', { persona: 'support' })).body.data;
  expect(nodes.map(({ status }: { status: string }) => status)).toEqual(['active', 'inactive']);
  expect(nodes[0]).toMatchObject({
    DATA_TYPE: 'node#1.2.0',
    lan_addresses: expect.arrayContaining([{ address: expect.any(String), network_name: 'imaging' }]),
    internal_stream_port_range: [expect.any(Number), expect.any(Number)],
  });
  const roles = (await send(NORTHFIELD, '/roles', { persona: 'administrator' })).body.data;
  expect(roles).toMatchObject([
    { principal: 'urn:globus:auth:identity:ad300000-0000-4000-8000-000000000001', role: 'owner' },
    { principal: expect.stringMatching(/^urn:globus:groups:id:/), role: 'administrator', collection: null },
  ]);
  for (const path of ['/nodes', '/roles']) {
    const { status, body } = await send(TIDEWATER, path);
    expect([status, body.detail.DATA_TYPE]).toEqual([403, 'missing_required_role#1.0.0']);
  }
});

test('a failure can have any typed detail', async () => {
  const typedDetail = { DATA_TYPE: 'resource_conflict#1.0.0', resources: ['x'] };
  sandbox().commands.failNext({ service: 'gcs', status: 409, code: 'conflict', typedDetail });
  const { status, body } = await send(NORTHFIELD, '/stream_gateways');
  expect([status, body.code, body.detail]).toEqual([409, 'conflict', typedDetail]);
});
