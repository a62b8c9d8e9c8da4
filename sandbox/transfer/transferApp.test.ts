import { expect, test } from 'vitest';
import { fetchTransfer, sandboxForTests } from '../sandboxForTests.ts';

const sandbox = sandboxForTests();
const HARBOR = 'e0000000-0000-4000-8000-000000000001';
const NORTHFIELD = 'e0000000-0000-4000-8000-000000000002';
const ORIGIN = { Origin: 'https://streams.example' };

test('responds with 401 without a valid token for this service', async () => {
  const { commands } = sandbox();
  const statusWith = async (token: string | null) =>
    (await fetchTransfer(sandbox(), '/v2/tunnels', { token })).status;
  const revoked = commands.issueToken();
  const shortLived = commands.issueToken({ lifetimeSeconds: 60 });
  expect(await statusWith(shortLived.token)).toBe(200);
  commands.auth.revokeTokens({ identityId: revoked.identityId });
  commands.advanceMs(61_000);
  const wrong = commands.issueToken({ resourceServer: HARBOR });
  const statuses = await Promise.all(
    [null, 'unknown', revoked.token, shortLived.token, wrong.token].map(statusWith),
  );
  expect(statuses).toEqual([401, 401, 401, 401, 401]);
  const { headers, body } = await fetchTransfer(sandbox(), '/v2/tunnels', { token: null });
  expect(headers.get('WWW-Authenticate')).toBe('Bearer');
  expect(body).toMatchObject({ errors: [{ status: 401, code: 'AuthenticationFailed' }] });
  const older = await fetchTransfer(sandbox(), `/v0.10/endpoint/${HARBOR}`, { token: null });
  expect([older.status, older.body.code]).toEqual([401, 'ClientError.AuthenticationFailed']);
});

test('names the origin in every response, including errors, and never allows credentials', async () => {
  for (const [path, token, status] of [
    ['/v2/tunnels', undefined, 200],
    ['/v2/tunnels', null, 401],
    ['/v2/tunnels/x', undefined, 422],
    ['/v2/nothing', undefined, 404],
    ['/v0.10/endpoint/x', undefined, 404],
  ] as const) {
    const response = await fetchTransfer(sandbox(), path, {
      headers: ORIGIN,
      ...(token === null && { token }),
    });
    expect(response.status).toBe(status);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('https://streams.example');
    expect(response.headers.get('Vary')).toContain('Origin');
    expect(response.headers.get('Access-Control-Allow-Credentials')).toBeNull();
    expect(response.headers.get('Access-Control-Expose-Headers')).toMatch(/X-Request-Id.*Retry-After/);
    expect(response.headers.get('x-request-id')).toMatch(/^\w{9}$/);
  }
});

test('answers preflights without a token, and lists the methods and headers', async () => {
  const { status, headers } = await fetchTransfer(sandbox(), '/v2/tunnels', {
    method: 'OPTIONS',
    token: null,
    headers: { ...ORIGIN, 'Access-Control-Request-Method': 'POST' },
  });
  expect(status).toBe(204);
  expect(headers.get('Access-Control-Allow-Methods')).toContain('PATCH');
  expect(headers.get('Access-Control-Allow-Headers')?.split(',')).toEqual(
    expect.arrayContaining(['Authorization', 'Content-Type', 'X-Globus-Client-Info']),
  );
  expect(Number(headers.get('Access-Control-Max-Age'))).toBeGreaterThan(0);
});

test('redirects a trailing slash, supports HEAD, and rejects other methods', async () => {
  const slash = await fetchTransfer(sandbox(), '/v2/tunnels/?a=b');
  expect([slash.status, slash.headers.get('Location')]).toEqual([
    307,
    `${sandbox().transfer}/v2/tunnels?a=b`,
  ]);
  const head = await fetchTransfer(sandbox(), '/v2/tunnels', { method: 'HEAD' });
  expect([head.status, head.headers.get('Content-Type')]).toEqual([200, 'application/json']);
  const put = await fetchTransfer(sandbox(), '/v2/tunnels', { method: 'PUT', body: {} });
  expect([put.status, put.headers.get('Allow')]).toEqual([405, 'GET, HEAD, POST']);
});

test('describes an endpoint in v0.10 with the roles of the caller', async () => {
  const path = `/v0.10/endpoint/${NORTHFIELD}`;
  const { body } = await fetchTransfer(sandbox(), path, { persona: 'administrator' });
  expect(body).toMatchObject({
    DATA_TYPE: 'endpoint',
    display_name: 'Northfield HPC Center',
    gcs_manager_url: `${sandbox().gcs}/${NORTHFIELD}`,
    my_effective_roles: ['administrator'],
  });
  expect((await fetchTransfer(sandbox(), path)).body.my_effective_roles).toEqual([]);
  const unknown = `/endpoint/${crypto.randomUUID()}`;
  const missing = await fetchTransfer(sandbox(), `/v0.10${unknown}`);
  expect(missing.body).toEqual({
    code: 'EndpointNotFound',
    message: expect.any(String),
    request_id: missing.headers.get('x-request-id'),
    resource: unknown,
  });
});

test('listens on both addresses of localhost if the machine has both', async () => {
  const { port } = new URL(sandbox().transfer);
  expect((await fetch(`http://127.0.0.1:${port}/v2/tunnels`)).status).toBe(401);
  const ipv6Status = await fetch(`http://[::1]:${port}/v2/tunnels`).then(
    ({ status }) => status,
    () => 'no IPv6',
  );
  expect([401, 'no IPv6']).toContain(ipv6Status);
});
