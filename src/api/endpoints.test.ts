import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { parseConfig, setRuntimeConfig } from '../config/runtimeConfig.ts';
import { endpointQueries } from './endpoints.ts';
import { setSessionForTests } from './http/sessionForTests.ts';

let respond: (id: string) => Response | Promise<Response>;
let running = 0;
let peak = 0;
let requested: string[] = [];
let client: QueryClient;

beforeEach(() => {
  [running, peak, requested] = [0, 0, []];
  client = new QueryClient();
  setSessionForTests();
  const config = parseConfig({ clientId: 'c' }, 'https://app.example/');
  if (!Array.isArray(config)) setRuntimeConfig(config);
  vi.stubGlobal('fetch', async (url: string) => {
    running += 1;
    peak = Math.max(peak, running);
    const id = url.split('/').at(-1) ?? '';
    requested.push(id);
    await Promise.resolve();
    const response = await respond(id);
    running -= 1;
    return response;
  });
});
afterEach(() => vi.unstubAllGlobals());

const ids = (count: number) => Array.from({ length: count }, (_, at) => `e${String(at).padStart(3, '0')}`);
const endpoint = (id: string) => Response.json({ id, display_name: `Endpoint ${id}`, public: true });

test('500 endpoints: one call each, six at a time, shown as they arrive', async () => {
  respond = endpoint;
  const options = endpointQueries.list([...ids(500), ...ids(500)]);
  const counts: number[] = [];
  client
    .getQueryCache()
    .subscribe(() => counts.push(client.getQueryData(options.queryKey)?.endpoints.length ?? 0));
  const { endpoints, failedIds } = await client.fetchQuery(options);
  expect([endpoints.length, failedIds, requested.length]).toEqual([500, [], 500]);
  expect(endpoints[0]).toMatchObject({ id: 'e000', isPublic: true });
  expect(peak).toBe(6);
  expect(counts.some((count) => count > 0 && count < 500)).toBe(true);
});

test('an endpoint that can’t be loaded is reported, and the others are loaded', async () => {
  respond = (id) =>
    id === 'e001' ? Response.json({ code: 'EndpointNotFound' }, { status: 404 }) : endpoint(id);
  const { endpoints, failedIds } = await client.fetchQuery(endpointQueries.list(ids(3)));
  expect([endpoints.map(({ id }) => id), failedIds]).toEqual([['e000', 'e002'], ['e001']]);
});

test('what was loaded for a page of its own isn’t loaded again', async () => {
  respond = endpoint;
  await client.fetchQuery(endpointQueries.detail('e001'));
  await client.fetchQuery(endpointQueries.list(ids(3)));
  expect(requested).toEqual(['e001', 'e000', 'e002']);
});

test('after a rejected token, no further call is made', async () => {
  respond = () => Response.json({ code: 'AuthenticationFailed' }, { status: 401 });
  await expect(client.fetchQuery(endpointQueries.list(ids(100)))).rejects.toMatchObject({
    kind: 'unauthorized',
  });
  expect(requested.length).toBeLessThanOrEqual(6);
});

test('a rate limit pauses all calls for its Retry-After', async () => {
  let refusals = 1;
  respond = (id) => {
    if (refusals === 0) return endpoint(id);
    refusals -= 1;
    return Response.json({ code: 'RateLimit' }, { status: 429, headers: { 'Retry-After': '0' } });
  };
  const { endpoints, failedIds } = await client.fetchQuery(endpointQueries.list(ids(10)));
  expect([endpoints.length, failedIds, requested.length]).toEqual([10, [], 11]);
});
