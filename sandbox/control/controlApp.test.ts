import { expect, test } from 'vitest';
import { ACCESS_POINT_IDS, fetchTransfer, sandboxForTests } from '../sandboxForTests.ts';
import { startSandbox } from '../startSandbox.ts';

const sandbox = sandboxForTests({ seed: 'first' });

async function control(method: string, path: string, body?: object) {
  const response = await fetch(new URL(path, sandbox().control), {
    method,
    ...(body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

test('describes itself', async () => {
  const { control: controlUrl, auth, transfer, gcs, client, service } = sandbox();
  const { body } = await control('GET', '/');
  expect(body).toEqual({ ready: true, control: controlUrl, auth, transfer, gcs, client, service });
});

test('resets to a world of another seed and size, and keeps sessions', async () => {
  const { token } = sandbox().commands.issueToken();
  const ids = async () =>
    (await fetchTransfer(sandbox(), '/v2/tunnels', { token })).body.data.map(({ id }: { id: string }) => id);
  const first = await ids();
  expect((await control('POST', '/reset', { seed: 'second', tunnels: 40 })).status).toBe(200);
  expect((await ids()).length).toBeGreaterThan(first.length);
  await control('POST', '/reset', { seed: 'first', tunnels: 12 });
  expect((await ids()).toSorted()).toEqual(first.toSorted());
});

test('advances the clock', async () => {
  const before = sandbox().clock.now();
  const { body } = await control('POST', '/clock/advance', { minutes: 90 });
  expect(Date.parse(body.now) - before).toBeGreaterThanOrEqual(90 * 60_000);
  expect((await control('POST', '/clock/advance', {})).status).toBe(400);
});

test('creates many tunnels, sets their state and adds events', async () => {
  const created = await control('POST', '/tunnels', {
    count: 40,
    persona: 'newcomer',
    state: 'ACTIVE',
    lifetimeMins: 10,
  });
  const { ids } = created.body;
  expect(ids).toHaveLength(40);
  await control('POST', `/tunnels/${ids[0]}/state`, { state: 'REBALANCING' });
  await control('POST', `/tunnels/${ids[0]}/events`, { code: 'MOVED', count: 3 });
  const asNewcomer = { persona: 'newcomer' } as const;
  const { body } = await fetchTransfer(sandbox(), '/v2/tunnels', asNewcomer);
  expect(body.data).toHaveLength(40);
  const states = body.data.map(({ attributes }: { attributes: { state: string } }) => attributes.state);
  expect(states.filter((state: string) => state === 'REBALANCING')).toHaveLength(1);
  const events = await fetchTransfer(sandbox(), `/v2/tunnels/${ids[0]}/events?code_name=MOVED`, asNewcomer);
  expect(events.body.data).toHaveLength(3);
  // The lifetime of all of them ends at the same time.
  sandbox().commands.advanceMinutes(11);
  const after = (await fetchTransfer(sandbox(), '/v2/tunnels', asNewcomer)).body.data;
  expect(new Set(after.map((tunnel: { attributes: { state: string } }) => tunnel.attributes.state))).toEqual(
    new Set(['STOPPED']),
  );
});

test('churn changes the state of a fraction of the running tunnels', async () => {
  await control('POST', '/reset', { tunnels: 200 });
  const states = () => new Map([...sandbox().world.tunnels.values()].map(({ id, state }) => [id, state]));
  const before = states();
  const { changed } = (await control('POST', '/tunnels/churn', { fraction: 0.1 })).body;
  const different = [...states()].filter(([id, state]) => before.get(id) !== state);
  expect(changed).toBeGreaterThan(5);
  expect(different).toHaveLength(changed);
});

test('updates an access point, and search finds the new text', async () => {
  const attributes = { display_name: 'Renamed by control' };
  await control('PATCH', `/access-points/${ACCESS_POINT_IDS.harbor}`, { attributes, fault: 'refuses' });
  const found = await fetchTransfer(sandbox(), '/v2/stream_access_points?filter[fulltext]=renamed');
  expect(found.body.data).toMatchObject([{ id: ACCESS_POINT_IDS.harbor, attributes }]);
});

test('logs requests without tokens, until the log is cleared', async () => {
  await control('DELETE', '/requests');
  const headers = { Origin: 'https://streams.example' };
  await fetchTransfer(sandbox(), '/v2/tunnels?page[limit]=1', { headers });
  await fetch(`${sandbox().auth}/v2/oauth2/authorize?code=secret`, { redirect: 'manual' });
  const { body } = await control('GET', '/requests');
  expect(body).toMatchObject([
    { service: 'transfer', method: 'GET', path: '/v2/tunnels', query: '?page[limit]=1', status: 200 },
    { service: 'auth', path: '/v2/oauth2/authorize', query: '' },
  ]);
  expect(body[0].origin).toBe('https://streams.example');
  expect((await control('GET', '/requests?service=auth')).body).toHaveLength(1);
});

test('issues tokens without a sign-in, and expires and revokes them', async () => {
  const issued = await control('POST', '/tokens', { persona: 'support' });
  const listStatus = async () =>
    (await fetchTransfer(sandbox(), '/v2/tunnels', { token: issued.body.token })).status;
  expect(await listStatus()).toBe(200);
  expect((await control('GET', '/tokens/valid')).body).toContainEqual({
    kind: 'access',
    resourceServer: 'transfer.api.globus.org',
    identityId: expect.any(String),
  });
  expect((await control('POST', '/tokens/expire', {})).body.expired).toBeGreaterThan(0);
  expect(await listStatus()).toBe(401);
  expect((await control('POST', '/tokens/revoke', { resourceServer: 'nowhere' })).body.revoked).toBe(0);
  for (const path of ['/sessions/end', '/auth/forget-consents', '/auth/next-sign-in', '/auth/reset']) {
    expect((await control('POST', path, {})).status).toBe(200);
  }
  expect((await control('POST', '/auth/authorize-unavailable', { unavailable: true })).body).toEqual({
    unavailable: true,
  });
  expect((await control('POST', '/auth/authorize-unavailable', { unavailable: false })).body).toEqual({
    unavailable: false,
  });
  for (const [path, name] of [
    ['/auth/sparse-token-responses', 'sparse'],
    ['/auth/extra-jwk', 'published'],
  ] as const) {
    expect((await control('POST', path)).body).toEqual({ [name]: true });
    expect((await control('POST', path, { [name]: false })).body).toEqual({ [name]: false });
  }
});

test('sets failures, latency, parameter locations and page sizes over HTTP', async () => {
  await control('POST', '/failures', { service: 'transfer', path: '/v2/tunnels', status: 503, count: 1 });
  expect((await fetchTransfer(sandbox(), '/v2/tunnels')).status).toBe(503);
  expect((await control('GET', '/failures')).body).toMatchObject([{ remaining: 0, hits: 1 }]);
  expect((await control('DELETE', '/failures')).status).toBe(200);
  expect((await control('GET', '/failures')).body).toEqual([]);
  expect((await control('POST', '/latency', { ms: 0 })).body).toEqual({ ms: 0 });
  expect((await control('POST', '/tunnel-pages', { size: 5 })).body).toEqual({ size: 5 });
  const newest = { sort: 'newest', size: 3 };
  expect((await control('POST', '/event-pages', newest)).body).toEqual(newest);
  expect((await control('POST', '/event-pages', {})).body).toEqual({ sort: 'oldest', size: null });
  expect((await control('POST', '/listener-contacts', { policy: 'anytime' })).body).toEqual({
    policy: 'anytime',
  });
  expect((await control('POST', '/listener-contacts', { policy: 'waiting' })).status).toBe(200);
  expect((await control('POST', '/authorization-parameters', { location: 'root' })).status).toBe(200);
});

test.each([
  ['another site', { Origin: 'https://elsewhere.example' }, 403],
  ['a sandboxed frame', { Origin: 'null' }, 403],
  ['another port of this machine', { Origin: 'http://localhost:3000' }, 403],
  ['a link on another site', { 'Sec-Fetch-Site': 'cross-site' }, 403],
  ['a form', { 'Content-Type': 'text/plain' }, 415],
  ['another form', { 'Content-Type': 'application/x-www-form-urlencoded' }, 415],
])('refuses a call of %s and does nothing', async (_what, headers, status) => {
  await control('DELETE', '/failures');
  const body = JSON.stringify({ status: 200, body: '<script>1</script>' });
  const response = await fetch(`${sandbox().control}/failures`, { method: 'POST', headers, body });
  expect(response.status).toBe(status);
  expect((await control('GET', '/failures')).body).toEqual([]);
});

test.each<[string, Record<string, string>, string]>([
  ['another type', { 'Content-Type': 'text/plain' }, 'not "text/plain"'],
  // Bytes, because fetch adds a type to a text.
  ['no type', {}, 'it is missing'],
])('a body with %s gets the header that it needs, and an example', async (_what, headers, received) => {
  const body = new TextEncoder().encode('{"minutes":5}');
  const response = await fetch(`${sandbox().control}/clock/advance`, { method: 'POST', headers, body });
  expect(response.status).toBe(415);
  expect(await response.json()).toEqual({
    error: `A request with a body needs the header Content-Type: application/json; ${received}.`,
    example: `curl --json '{"minutes":5}' ${sandbox().control}/clock/advance`,
  });
});

test('HTML that stands in for a response runs no script', async () => {
  await control('POST', '/failures', {
    status: 200,
    body: '<script>1</script>',
    headers: { 'Content-Security-Policy': '' },
  });
  const { headers } = await fetchTransfer(sandbox(), '/v2/tunnels');
  expect(headers.get('Content-Security-Policy')).toBe('sandbox');
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
});

test('every sandbox draws its own secret', async () => {
  const other = await startSandbox();
  expect(other.service.secret).toMatch(/^[\w-]{32,}$/);
  expect(other.service.secret).not.toBe(sandbox().service.secret);
  await other.close();
});

test.each([
  ['/tunnels', { count: 1e9 }],
  ['/reset', { tunnels: 1e9 }],
  ['/reset', { accessPoints: 1e9 }],
  ['/clock/advance', { minutes: 1e12 }],
  ['/latency', { ms: 1e12 }],
  ['/failures', { delayMs: 1e12 }],
])('rejects a huge number for %s: %j', async (path, body) => {
  const response = await control('POST', path, body);
  expect(response.status).toBe(400);
  expect(response.body.error).toMatch(/to \d/);
});

test.each([
  ['/failures', { servcie: 'transfer' }, /Unknown fields: servcie/],
  ['/failures', { service: 'globus' }, /one of/],
  ['/failures', { path: '^(' }, /regular expression/],
  ['/authorization-parameters', { location: 'unknown' }, /one of/],
  ['/event-pages', { sort: 'unknown' }, /oldest or newest/],
  ['/listener-contacts', { policy: 'unknown' }, /waiting or anytime/],
  ['/tunnels', { persona: 'unknown' }, /no persona/],
])('rejects an invalid request to %s: %j', async (path, body, message) => {
  const response = await control('POST', path, body);
  expect([400, 404]).toContain(response.status);
  expect(response.body.error).toMatch(message);
});

test('several sandboxes run side by side, and closing one closes its sockets at once', async () => {
  const [one, two] = await Promise.all([startSandbox(), startSandbox()]);
  one.commands.failNext({ status: 503 });
  expect((await fetchTransfer(two, '/v2/tunnels')).status).toBe(200);
  one.commands.clearFailures();
  one.commands.failNext({ delayMs: 60_000 });
  const waiting = fetchTransfer(one, '/v2/tunnels').catch(() => 'disconnected');
  await expect.poll(() => one.commands.failures.all()[0]?.hits).toBe(1);
  const before = performance.now();
  await Promise.all([one.close(), two.close()]);
  expect(await waiting).toBe('disconnected');
  expect(performance.now() - before).toBeLessThan(1000);
});
