import { afterEach, expect, test } from 'vitest';
import {
  fetchTransfer,
  sandboxForTests,
  type TransferRequestOptions,
  tunnelBody,
} from '../sandboxForTests.ts';

const sandbox = sandboxForTests();
const send = (path = '/v2/tunnels', options: TransferRequestOptions = {}) =>
  fetchTransfer(sandbox(), path, options);
const statuses = async (count: number, path?: string) => {
  const all: number[] = [];
  for (let n = 0; n < count; n += 1) all.push((await send(path)).status);
  return all;
};
afterEach(() => {
  sandbox().commands.clearFailures();
  sandbox().commands.clearRequests();
});

test('only the next matching requests fail, and the ones after them succeed', async () => {
  const { commands } = sandbox();
  commands.failNext({ service: 'transfer', path: '/v2/tunnels', status: 503, count: 2 });
  expect((await send('/v2/stream_access_points')).status).toBe(200);
  expect(await statuses(3)).toEqual([503, 503, 200]);
  expect(commands.failures.all()).toMatchObject([{ remaining: 0, hits: 2 }]);
});

test('failures match by method, by pattern, every nth request or with a probability', async () => {
  const { commands } = sandbox();
  commands.failNext({ method: 'POST', status: 500 });
  expect((await send()).status).toBe(200);
  expect((await send('/v2/tunnels', { method: 'POST', body: tunnelBody() })).status).toBe(500);
  commands.failNext({ path: '^/v2/tunnels\\?.*marker', status: 500 });
  commands.failNext({ path: /nothing$/g, status: 418 });
  expect([(await send()).status, (await send('/v2/nothing')).status]).toEqual([200, 418]);
  commands.clearFailures();
  commands.failNext({ status: 500, every: 3 });
  expect(await statuses(6)).toEqual([200, 200, 500, 200, 200, 500]);
  commands.clearFailures();
  commands.failNext({ status: 500, probability: 0.5 });
  const failed = (await statuses(60)).filter((status) => status === 500).length;
  expect(failed).toBeGreaterThan(15);
  expect(failed).toBeLessThan(45);
});

test('a failure response has the error format of the service or any body, and can be read across origins', async () => {
  const { commands } = sandbox();
  const headers = { Origin: 'https://streams.example' };
  commands.failNext({ status: 429, headers: { 'Retry-After': '7' } });
  const limited = await send('/v2/tunnels', { headers });
  expect(limited.body.errors[0]).toMatchObject({ status: 429, code: 'TooManyRequests' });
  expect(limited.headers.get('Retry-After')).toBe('7');
  expect(limited.headers.get('Access-Control-Allow-Origin')).toBe('https://streams.example');
  commands.failNext({ status: 502, body: '<h1>Bad Gateway</h1>', cors: false });
  const badGateway = await send('/v2/tunnels', { headers });
  expect([badGateway.status, badGateway.body]).toEqual([502, '<h1>Bad Gateway</h1>']);
  expect(badGateway.headers.get('Access-Control-Allow-Origin')).toBeNull();
  commands.failNext({ status: 200, body: { data: 'no list' } });
  expect((await send()).body).toEqual({ data: 'no list' });
  commands.failNext({ status: 404 });
  expect(Object.keys((await send('/v0.10/endpoint/x')).body)).toContain('message');
  commands.failNext({ authorizationParameters: { session_required_mfa: true } });
  const refused = await send();
  expect([refused.status, refused.body.authorization_parameters]).toEqual([
    403,
    { session_required_mfa: true },
  ]);
});

test('a lost response: the tunnel is created, the connection is closed, and a retry finds the tunnel', async () => {
  const { commands } = sandbox();
  const post = { method: 'POST', body: tunnelBody({ label: 'lost and found' }) };
  const countBefore = sandbox().world.tunnels.size;
  commands.failNext({ method: 'POST', disconnect: 'after' });
  await expect(send('/v2/tunnels', post)).rejects.toThrow();
  commands.failNext({ method: 'POST', status: 500, executed: true });
  expect((await send('/v2/tunnels', post)).status).toBe(500);
  expect((await send('/v2/tunnels', post)).status).toBe(201);
  expect(sandbox().world.tunnels.size).toBe(countBefore + 1);
  commands.failNext({ method: 'POST', disconnect: 'before' });
  await expect(send('/v2/tunnels', { method: 'POST', body: tunnelBody() })).rejects.toThrow();
  expect(sandbox().world.tunnels.size).toBe(countBefore + 1);
  expect(commands.requests({ method: 'POST' }).map(({ status }) => status)).toEqual([null, 500, 201, null]);
});

test('responses can be delayed, truncated, or truncated by a closed connection', async () => {
  const { commands } = sandbox();
  commands.failNext({ delayMs: 120 });
  const before = performance.now();
  expect((await send()).status).toBe(200);
  expect(performance.now() - before).toBeGreaterThan(110);
  commands.failNext({ truncate: true });
  await expect(send()).rejects.toThrow(/JSON/);
  commands.failNext({ disconnect: 'during' });
  await expect(send()).rejects.toThrow(/terminated/);
  commands.setLatencyMs(60);
  const slow = performance.now();
  await send();
  commands.setLatencyMs(0);
  expect(performance.now() - slow).toBeGreaterThan(55);
});

test('real responses can break their schema', async () => {
  const { commands } = sandbox();
  const corruptAttributes = async (corrupt: 'nulls' | 'types' | 'states') => {
    commands.failNext({ corrupt });
    const { status, body } = await send();
    expect(status).toBe(200);
    return body.data.map(({ attributes }: { attributes: Record<string, unknown> }) => attributes);
  };
  const states = (await corruptAttributes('states')).map(
    (attributes: Record<string, unknown>) => attributes.state,
  );
  expect(states).not.toContain('ACTIVE');
  expect((await corruptAttributes('nulls')).some(({ status }: { status: unknown }) => status === null)).toBe(
    true,
  );
  expect(
    (await corruptAttributes('types')).some(({ status }: { status: unknown }) => typeof status !== 'string'),
  ).toBe(true);
});

test('Auth can fail like the other services', async () => {
  sandbox().commands.failNext({ service: 'auth', path: '/jwk.json', status: 503 });
  expect((await fetch(`${sandbox().auth}/jwk.json`)).status).toBe(503);
  expect((await fetch(`${sandbox().auth}/jwk.json`)).status).toBe(200);
  sandbox().commands.failNext({ service: 'auth', path: '/jwk.json', truncate: true });
  await expect(fetch(`${sandbox().auth}/jwk.json`).then((response) => response.json())).rejects.toThrow();
});
