import { auth, gcs, transfer } from '@globus/sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ACCESS_POINT_IDS, sandboxForTests } from '../sandboxForTests.ts';

// Runs every function of the official JavaScript SDK that the dashboard could use against the sandbox.

const sandbox = sandboxForTests({ speed: 1000 });
const NORTHFIELD = 'e0000000-0000-4000-8000-000000000002';
const HOSTS = ['AUTH', 'TRANSFER'] as const;

beforeAll(() => {
  // The SDK reads the service URLs from these variables at every call.
  process.env.GLOBUS_SDK_SERVICE_URL_AUTH = sandbox().auth;
  process.env.GLOBUS_SDK_SERVICE_URL_TRANSFER = sandbox().transfer;
});
afterAll(() => {
  for (const host of HOSTS) delete process.env[`GLOBUS_SDK_SERVICE_URL_${host}`];
});

/** Headers are set in the SDK options, because `start` and `stop` ignore the headers of their own options. */
const as = (token: string) => ({ fetch: { options: { headers: { Authorization: `Bearer ${token}` } } } });
/** The SDK's types allow only the authorization code grant, but it also sends other grants correctly. */
const grant = (payload: Record<string, string>) => ({ payload }) as never;
const researcher = () => as(sandbox().commands.issueToken().token);

async function serviceToken(scope: string): Promise<string> {
  const { id, secret } = sandbox().service;
  const response = await auth.oauth2.token.token(
    grant({ grant_type: 'client_credentials', client_id: id, client_secret: secret, scope }),
  );
  expect(response.status).toBe(200);
  const { access_token: token } = (await response.json()) as { access_token: string };
  return token;
}

function createPayload(submissionId: string) {
  const relationship = (id: string) => ({ data: { type: 'StreamAccessPoint' as const, id } });
  return {
    data: {
      type: 'Tunnel' as const,
      attributes: { submission_id: submissionId, label: 'by the SDK', lifetime_mins: 60, restartable: false },
      relationships: {
        initiator: relationship(ACCESS_POINT_IDS.harbor),
        listener: relationship(ACCESS_POINT_IDS.northfield),
      },
    },
  };
}

test('lists stream access points and gets one', async () => {
  const { streamAccessPoint } = transfer;
  const query = { 'page[limit]': 2, 'filter[fulltext]': 'northfield', 'filter[endpoint_admin]': false };
  const list = await (await streamAccessPoint.getAll({ query }, researcher())).json();
  expect(list.data).toHaveLength(2);
  expect(list.links?.next).toContain('page%5Bmarker%5D');
  const one = await (await streamAccessPoint.get(ACCESS_POINT_IDS.harbor, undefined, researcher())).json();
  expect(one.data.attributes.display_name).toBe('Harbor Beamline 7 Detector');
});

test('creates, connects, stops and deletes a tunnel', async () => {
  const { tunnel } = transfer;
  const state = () => sandbox().world.tunnels.get(id)?.state;
  const submissionId = crypto.randomUUID();
  const created = await tunnel.create({ payload: createPayload(submissionId) }, researcher());
  expect(created.status).toBe(201);
  const { id = '' } = (await created.json()).data;
  const repeated = await tunnel.create({ payload: createPayload(submissionId) }, researcher());
  expect([repeated.status, (await repeated.json()).data.id]).toEqual([201, id]);
  await expect.poll(state).toBe('AWAITING_LISTENER');

  // The SDK spreads its argument into the attributes, although its types require a payload around them.
  const contact = { listener_ip_address: '127.0.0.1', listener_port: 9 };
  const start = tunnel.start as unknown as (id: string, c: object, o: object) => Promise<Response>;
  expect((await start(id, contact, researcher())).status).toBe(200);
  await expect.poll(state).toBe('ACTIVE');

  const list = await (await tunnel.getAll(undefined, researcher())).json();
  expect(list.data.map((resource) => resource.id)).toContain(id);
  const one = await (await tunnel.get(id, undefined, researcher())).json();
  expect(one.data.attributes).toMatchObject({ state: 'ACTIVE', label: 'by the SDK', ...contact });

  expect((await tunnel.stop(id, undefined, researcher())).status).toBe(200);
  await expect.poll(state).toBe('STOPPED');
  const events = await (await tunnel.getEventList(id, { query: { is_error: false } }, researcher())).json();
  expect(events.data.map(({ attributes }) => attributes?.code)).toEqual([
    'STARTED',
    'TUNNEL_ACTIVE',
    'TUNNEL_STOPPED',
  ]);
  expect((await tunnel.remove(id, undefined, researcher())).status).toBe(200);
  expect((await tunnel.get(id, undefined, researcher())).status).toBe(404);
});

test('gets an endpoint, and the info of its GCS Manager', async () => {
  const sdkOptions = as(await serviceToken('urn:globus:auth:scope:transfer.api.globus.org:all'));
  const endpoint = await (await transfer.endpoint.get(NORTHFIELD, undefined, sdkOptions)).json();
  expect(endpoint).toMatchObject({ id: NORTHFIELD, display_name: 'Northfield HPC Center' });
  // The SDK has no function for stream gateways, so only `info` shows that it can reach GCS Manager.
  const host = `${sandbox().gcs}/`;
  const info = await gcs.versioning.info({ host });
  expect(info.status).toBe(200);
});

test('the service client gets tokens, looks up identities and revokes its token', async () => {
  const scopes =
    'openid urn:globus:auth:scope:auth.globus.org:view_identities urn:globus:auth:scope:transfer.api.globus.org:all';
  const { id, secret } = sandbox().service;
  const response = await auth.oauth2.token.token(
    grant({ grant_type: 'client_credentials', client_id: id, client_secret: secret, scope: scopes }),
  );
  const tokens = (await response.json()) as {
    access_token: string;
    resource_server: string;
    other_tokens: object[];
  };
  expect(tokens.resource_server).toBe('auth.globus.org');
  expect(tokens.other_tokens).toMatchObject([{ resource_server: 'transfer.api.globus.org' }]);
  const mira = 'a1e50000-0000-4000-8000-000000000001';
  const people = await auth.identities.getAll({ query: { ids: mira } }, as(tokens.access_token));
  expect(await people.json()).toMatchObject({ identities: [{ id: mira, username: 'mira@harbor.example' }] });
  const revoked = await auth.oauth2.token.revoke(
    grant({ token: tokens.access_token, client_id: id, client_secret: secret }),
  );
  expect(revoked.status).toBe(200);
  const after = await auth.identities.getAll({ query: { ids: mira } }, as(tokens.access_token));
  expect(after.status).toBe(401);
});

test('the service client creates tunnels between open access points, and the same policies apply', async () => {
  const sdkOptions = as(await serviceToken('urn:globus:auth:scope:transfer.api.globus.org:all'));
  const payload = createPayload(crypto.randomUUID());
  expect((await transfer.tunnel.create({ payload }, sdkOptions)).status).toBe(201);
  const list = await (await transfer.tunnel.getAll(undefined, sdkOptions)).json();
  expect(list.data).toHaveLength(1);
  payload.data.attributes.submission_id = crypto.randomUUID();
  payload.data.relationships.listener.data.id = ACCESS_POINT_IDS.requiresDomain;
  expect((await transfer.tunnel.create({ payload }, sdkOptions)).status).toBe(403);
});
