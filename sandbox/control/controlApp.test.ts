import { expect, test } from 'vitest';
import { ACCESS_POINT_IDS, fetchTransfer, sandboxForTests } from '../sandboxForTests.ts';
import { startSandbox } from '../startSandbox.ts';

const sandbox = sandboxForTests({ seed: 'first' });

async function order(method: string, path: string, body?: object) {
  const response = await fetch(new URL(path, sandbox().control), {
    method,
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

test('tells what it is', async () => {
  const { control, auth, transfer, gcs, client, service } = sandbox();
  const told = await order('GET', '/');
  expect(told.body).toEqual({ ready: true, control, auth, transfer, gcs, client, service });
});

test('another seed and size make another world; signed-in people stay so', async () => {
  const { token } = sandbox().commands.issueToken();
  const ids = async () =>
    (await fetchTransfer(sandbox(), '/v2/tunnels', { token })).body.data.map(({ id }: { id: string }) => id);
  const first = await ids();
  expect((await order('POST', '/reset', { seed: 'second', tunnels: 40 })).status).toBe(200);
  expect((await ids()).length).toBeGreaterThan(first.length);
  await order('POST', '/reset', { seed: 'first', tunnels: 12 });
  expect((await ids()).toSorted()).toEqual(first.toSorted());
});

test('moves the clock', async () => {
  const before = sandbox().clock.now();
  const { body } = await order('POST', '/clock/advance', { minutes: 90 });
  expect(Date.parse(body.now) - before).toBeGreaterThanOrEqual(90 * 60_000);
  expect((await order('POST', '/clock/advance', {})).status).toBe(400);
});

test('makes tunnels in bulk, pushes them about, and adds events', async () => {
  const made = await order('POST', '/tunnels', {
    count: 40,
    persona: 'newcomer',
    state: 'ACTIVE',
    lifetimeMins: 10,
  });
  const { ids } = made.body;
  expect(ids).toHaveLength(40);
  await order('POST', `/tunnels/${ids[0]}/state`, { state: 'REBALANCING' });
  await order('POST', `/tunnels/${ids[0]}/events`, { code: 'MOVED', count: 3 });
  const ask = { persona: 'newcomer' } as const;
  const { body } = await fetchTransfer(sandbox(), '/v2/tunnels', ask);
  expect(body.data).toHaveLength(40);
  const states = body.data.map(({ attributes }: { attributes: { state: string } }) => attributes.state);
  expect(states.filter((state: string) => state === 'REBALANCING')).toHaveLength(1);
  const events = await fetchTransfer(sandbox(), `/v2/tunnels/${ids[0]}/events?code_name=MOVED`, ask);
  expect(events.body.data).toHaveLength(3);
  // The lifetime of all ends at once.
  sandbox().commands.advanceMinutes(11);
  const after = (await fetchTransfer(sandbox(), '/v2/tunnels', ask)).body.data;
  expect(new Set(after.map((tunnel: { attributes: { state: string } }) => tunnel.attributes.state))).toEqual(
    new Set(['STOPPED']),
  );
});

test('churn changes the asked-for part of what lives', async () => {
  await order('POST', '/reset', { tunnels: 200 });
  const states = () => new Map([...sandbox().world.tunnels.values()].map(({ id, state }) => [id, state]));
  const before = states();
  const { changed } = (await order('POST', '/tunnels/churn', { fraction: 0.1 })).body;
  const different = [...states()].filter(([id, state]) => before.get(id) !== state);
  expect(changed).toBeGreaterThan(5);
  expect(different).toHaveLength(changed);
});

test('changes an access point, also for search', async () => {
  const attributes = { display_name: 'Renamed by control' };
  await order('PATCH', `/access-points/${ACCESS_POINT_IDS.harbor}`, { attributes, fault: 'refuses' });
  const found = await fetchTransfer(sandbox(), '/v2/stream_access_points?filter[fulltext]=renamed');
  expect(found.body.data).toMatchObject([{ id: ACCESS_POINT_IDS.harbor, attributes }]);
});

test('logs what was asked, without tokens, until told to forget', async () => {
  await order('DELETE', '/requests');
  const headers = { Origin: 'https://streams.example' };
  await fetchTransfer(sandbox(), '/v2/tunnels?page[limit]=1', { headers });
  await fetch(`${sandbox().auth}/v2/oauth2/authorize?code=secret`, { redirect: 'manual' });
  const { body } = await order('GET', '/requests');
  expect(body).toMatchObject([
    { service: 'transfer', method: 'GET', path: '/v2/tunnels', query: '?page[limit]=1', status: 200 },
    { service: 'auth', path: '/v2/oauth2/authorize', query: '' },
  ]);
  expect(body[0].origin).toBe('https://streams.example');
  expect((await order('GET', '/requests?service=auth')).body).toHaveLength(1);
});

test('tokens: issued without a sign-in, expired, revoked', async () => {
  const issued = await order('POST', '/tokens', { persona: 'support' });
  const ask = async () =>
    (await fetchTransfer(sandbox(), '/v2/tunnels', { token: issued.body.token })).status;
  expect(await ask()).toBe(200);
  expect((await order('POST', '/tokens/expire', {})).body.expired).toBeGreaterThan(0);
  expect(await ask()).toBe(401);
  expect((await order('POST', '/tokens/revoke', { resourceServer: 'nowhere' })).body.revoked).toBe(0);
  for (const path of ['/sessions/end', '/auth/forget-consents', '/auth/next-sign-in', '/auth/reset']) {
    expect((await order('POST', path, {})).status).toBe(200);
  }
  expect((await order('POST', '/auth/authorize-unavailable', { unavailable: true })).body).toEqual({
    unavailable: true,
  });
  expect((await order('POST', '/auth/authorize-unavailable', { unavailable: false })).body).toEqual({
    unavailable: false,
  });
  for (const [path, name] of [
    ['/auth/sparse-token-responses', 'sparse'],
    ['/auth/extra-jwk', 'published'],
  ] as const) {
    expect((await order('POST', path)).body).toEqual({ [name]: true });
    expect((await order('POST', path, { [name]: false })).body).toEqual({ [name]: false });
  }
});

test('failures, latency, places and pages over HTTP', async () => {
  await order('POST', '/failures', { service: 'transfer', path: '/v2/tunnels', status: 503, count: 1 });
  expect((await fetchTransfer(sandbox(), '/v2/tunnels')).status).toBe(503);
  expect((await order('GET', '/failures')).body).toMatchObject([{ remaining: 0, hits: 1 }]);
  expect((await order('DELETE', '/failures')).status).toBe(200);
  expect((await order('GET', '/failures')).body).toEqual([]);
  expect((await order('POST', '/latency', { ms: 0 })).body).toEqual({ ms: 0 });
  expect((await order('POST', '/tunnel-pages', { size: 5 })).body).toEqual({ size: 5 });
  const newest = { sort: 'newest', size: 3 };
  expect((await order('POST', '/event-pages', newest)).body).toEqual(newest);
  expect((await order('POST', '/event-pages', {})).body).toEqual({ sort: 'oldest', size: null });
  expect((await order('POST', '/listener-contacts', { policy: 'anytime' })).body).toEqual({
    policy: 'anytime',
  });
  expect((await order('POST', '/listener-contacts', { policy: 'waiting' })).status).toBe(200);
  expect((await order('POST', '/authorization-parameters', { location: 'root' })).status).toBe(200);
});

test.each([
  ['/failures', { servcie: 'transfer' }, /Unknown: servcie/],
  ['/failures', { service: 'globus' }, /one of/],
  ['/failures', { path: '^(' }, /regular expression/],
  ['/authorization-parameters', { location: 'nowhere' }, /one of/],
  ['/event-pages', { sort: 'last' }, /oldest or newest/],
  ['/listener-contacts', { policy: 'never' }, /waiting or anytime/],
  ['/tunnels', { persona: 'nobody' }, /no persona/],
])('an order to %s that makes no sense is refused: %j', async (path, body, message) => {
  const answer = await order('POST', path, body);
  expect([400, 404]).toContain(answer.status);
  expect(answer.body.error).toMatch(message);
});

test('several sandboxes run side by side, and closing one ends its sockets at once', async () => {
  const [one, two] = await Promise.all([startSandbox(), startSandbox()]);
  one.commands.failNext({ status: 503 });
  expect((await fetchTransfer(two, '/v2/tunnels')).status).toBe(200);
  one.commands.clearFailures();
  one.commands.failNext({ delayMs: 60_000 });
  const waiting = fetchTransfer(one, '/v2/tunnels').catch(() => 'cut');
  await expect.poll(() => one.commands.failures.all()[0]?.hits).toBe(1);
  const before = performance.now();
  await Promise.all([one.close(), two.close()]);
  expect(await waiting).toBe('cut');
  expect(performance.now() - before).toBeLessThan(1000);
});
