import { expect, test } from 'vitest';
import { fetchTransfer, sandboxForTests } from '../sandboxForTests.ts';

const sandbox = sandboxForTests();
const HARBOR = 'e0000000-0000-4000-8000-000000000001';
const NORTHFIELD = 'e0000000-0000-4000-8000-000000000002';
const ORIGIN = { Origin: 'https://streams.example' };

test('without a good token for this very service: 401', async () => {
  const { commands } = sandbox();
  const ask = async (token: string | null) =>
    (await fetchTransfer(sandbox(), '/v2/tunnels', { token })).status;
  const revoked = commands.issueToken();
  const short = commands.issueToken({ lifetimeSeconds: 60 });
  expect(await ask(short.token)).toBe(200);
  commands.auth.revokeTokens({ identityId: revoked.identityId });
  commands.advanceMs(61_000);
  const wrong = commands.issueToken({ resourceServer: HARBOR });
  const statuses = await Promise.all([null, 'unknown', revoked.token, short.token, wrong.token].map(ask));
  expect(statuses).toEqual([401, 401, 401, 401, 401]);
  const { headers, body } = await fetchTransfer(sandbox(), '/v2/tunnels', { token: null });
  expect(headers.get('WWW-Authenticate')).toBe('Bearer');
  expect(body).toMatchObject({ errors: [{ status: 401, code: 'AuthenticationFailed' }] });
});

test('names the asking origin in every answer, errors too, and never lets cookies in', async () => {
  for (const [path, token, status] of [
    ['/v2/tunnels', undefined, 200],
    ['/v2/tunnels', null, 401],
    ['/v2/tunnels/x', undefined, 422],
    ['/v2/nothing', undefined, 404],
    ['/v0.10/endpoint/x', undefined, 404],
  ] as const) {
    const answer = await fetchTransfer(sandbox(), path, {
      headers: ORIGIN,
      ...(token === null && { token }),
    });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('https://streams.example');
    expect(answer.headers.get('Vary')).toContain('Origin');
    expect(answer.headers.get('Access-Control-Allow-Credentials')).toBeNull();
    expect(answer.headers.get('Access-Control-Expose-Headers')).toMatch(/X-Request-Id.*Retry-After/);
    expect(answer.headers.get('x-request-id')).toMatch(/^\w{9}$/);
  }
});

test('answers preflights without a token, with the methods and headers by name', async () => {
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

test('a slash too many is redirected, HEAD has no body, other methods are refused by name', async () => {
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

test('an endpoint in the older style, with the roles of the caller', async () => {
  const path = `/v0.10/endpoint/${NORTHFIELD}`;
  const { body } = await fetchTransfer(sandbox(), path, { persona: 'administrator' });
  expect(body).toMatchObject({
    DATA_TYPE: 'endpoint',
    display_name: 'Northfield HPC Center',
    gcs_manager_url: `${sandbox().gcs}/${NORTHFIELD}`,
    my_effective_roles: ['administrator'],
  });
  expect((await fetchTransfer(sandbox(), path)).body.my_effective_roles).toEqual([]);
  const unknown = `/v0.10/endpoint/${crypto.randomUUID()}`;
  const missing = await fetchTransfer(sandbox(), unknown);
  expect(missing.body).toEqual({
    code: 'EndpointNotFound',
    message: expect.any(String),
    request_id: missing.headers.get('x-request-id'),
    resource: unknown,
  });
});

test('both addresses of localhost answer, where the machine has both', async () => {
  const { port } = new URL(sandbox().transfer);
  expect((await fetch(`http://127.0.0.1:${port}/v2/tunnels`)).status).toBe(401);
  const six = await fetch(`http://[::1]:${port}/v2/tunnels`).then(
    ({ status }) => status,
    () => 'no IPv6 here',
  );
  expect([401, 'no IPv6 here']).toContain(six);
});
