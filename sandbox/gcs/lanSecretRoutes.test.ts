import { beforeAll, expect, test } from 'vitest';
import {
  ACCESS_POINT_IDS,
  createTunnelViaApi,
  ENDPOINT_IDS,
  fetchGcs,
  sandboxForTests,
  type TransferRequestOptions,
} from '../sandboxForTests.ts';

const sandbox = sandboxForTests({ speed: 0.01 });
const MIRA = 'a1e50000-0000-4000-8000-000000000001';
const { northfield: NORTHFIELD } = ENDPOINT_IDS;
let tunnelId = '';
beforeAll(async () => {
  tunnelId = await createTunnelViaApi(sandbox());
});

const create = (body: object = {}, options: TransferRequestOptions = {}) =>
  fetchGcs(sandbox(), NORTHFIELD, '/lan_secrets', {
    method: 'POST',
    body: {
      DATA_TYPE: 'lan_secret_create#1.0.0',
      stream_access_point_id: ACCESS_POINT_IDS.northfield,
      tunnel_id: tunnelId,
      ...body,
    },
    ...options,
  });
const remove = (id: string, persona: 'newcomer' | 'researcher' = 'researcher') =>
  fetchGcs(sandbox(), NORTHFIELD, `/lan_secrets/${id}`, { persona, method: 'DELETE' });
const updatePolicy = (policy: object) =>
  sandbox().commands.updateAccessPoint(ACCESS_POINT_IDS.northfield, { policy });

test('a secret is in the response that creates it, and only its owner can delete it', async () => {
  const { status, body } = await create({ expires_in_mins: 5 });
  expect(status).toBe(201);
  const [secret] = body.data;
  expect(secret).toEqual({
    DATA_TYPE: 'lan_secret#1.0.0',
    id: expect.any(String),
    secret: expect.stringMatching(/^[\w-]{32}$/),
    expires: expect.any(Number),
    identity_id: MIRA,
    username: 'mira@harbor.example',
    tunnel_id: tunnelId,
    stream_access_point_id: ACCESS_POINT_IDS.northfield,
  });
  const secondsLeft = secret.expires - sandbox().clock.now() / 1000;
  expect(secondsLeft).toBeGreaterThan(280);
  expect(secondsLeft).toBeLessThanOrEqual(300);
  for (const path of ['/lan_secrets', `/lan_secrets/${secret.id}`])
    expect((await fetchGcs(sandbox(), NORTHFIELD, path)).status).toBe(404);
  const refused = await remove(secret.id, 'newcomer');
  expect([refused.status, refused.body.detail.DATA_TYPE]).toEqual([403, 'not_resource_owner#1.0.0']);
  expect((await remove(secret.id)).status).toBe(200);
  expect((await remove(secret.id)).status).toBe(404);
});

test('a secret expires', async () => {
  const [{ id }] = (await create({ expires_in_mins: 5 })).body.data;
  sandbox().commands.advanceMinutes(6);
  expect((await remove(id)).status).toBe(404);
});

test('rejects other documents, and tunnels and access points that are not on this endpoint', async () => {
  expect((await create({ DATA_TYPE: 'lan_secret#1.0.0' })).status).toBe(415);
  expect((await create({ DATA_TYPE: null })).status).toBe(400);
  const { status, body } = await create({ tunnel_id: null, expires_in_mins: 0 });
  expect([status, body.detail.errors]).toMatchObject([
    422,
    [{ property: 'tunnel_id' }, { property: 'expires_in_mins' }],
  ]);
  expect((await create({ stream_access_point_id: ACCESS_POINT_IDS.requiresMfa })).status).toBe(404);
  expect((await create({ stream_access_point_id: ACCESS_POINT_IDS.harbor })).status).toBe(404);
  expect((await create({}, { persona: 'newcomer' })).status).toBe(404);
});

test('belongs to one of the caller’s identities and usernames', async () => {
  const hpc = 'a1e50000-0000-4000-8000-000000000002';
  expect((await create({ identity_id: hpc })).body.data).toMatchObject([{ username: 'mokafor@hpc.example' }]);
  const stranger = await create({ identity_id: '4e300000-0000-4000-8000-000000000001' });
  expect([stranger.status, stranger.body.detail.DATA_TYPE]).toEqual([422, 'id_not_in_identity_set#1.0.0']);
  const nobody = await create({ username: 'root' });
  expect([nobody.status, nobody.body.detail.DATA_TYPE]).toEqual([422, 'invalid_user#1.0.0']);
});

test.each([
  [{ allowed_domains: ['lab.example'] }, 'not_from_allowed_domain#1.0.0'],
  [{ authentication_timeout_mins: 1 }, 'authentication_timeout#1.1.0'],
  [{ users_deny: ['mira@harbor.example', 'mokafor@hpc.example'] }, 'invalid_user#1.0.0'],
])('the policy %j applies', async (policy, dataType) => {
  updatePolicy(policy);
  const { status, body } = await create({}, { signedInMinutesAgo: 2 });
  updatePolicy({ allowed_domains: [], authentication_timeout_mins: null, users_deny: [] });
  expect([status, body.detail.DATA_TYPE]).toEqual([403, dataType]);
});
