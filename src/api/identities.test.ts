import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { parseConfig, setRuntimeConfig } from '../config/runtimeConfig.ts';
import { setSessionForTests } from './http/sessionForTests.ts';
import { identityQueries } from './identities.ts';

/** The IDs of each call. */
let requested: string[][] = [];
let client: QueryClient;

beforeEach(() => {
  setSessionForTests();
  const config = parseConfig({ clientId: 'c', authUrl: 'https://auth.example' }, 'https://app.example/');
  if (!Array.isArray(config)) setRuntimeConfig(config);
  vi.stubGlobal('fetch', async (url: string) => {
    const ids = new URL(url).searchParams.get('ids')?.split(',') ?? [];
    requested.push(ids);
    const known = ids.filter((id) => !id.startsWith('missing'));
    return Response.json({
      identities: [...known.map((id) => ({ id, username: `${id}@x.example` })), { bad: 1 }],
    });
  });
  requested = [];
  client = new QueryClient();
});

afterEach(() => {
  client.clear();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('requests each ID once, 50 per call, and omits the IDs that Globus Auth doesn’t report', async () => {
  const ids = Array.from({ length: 120 }, (_, index) => `p${index}`);
  const found = await client.fetchQuery(identityQueries.byId([...ids, 'p0', 'missing']));
  expect(requested.map((chunk) => chunk.length)).toEqual([50, 50, 21]);
  expect(Object.keys(found)).toHaveLength(120);
  expect(found.p7).toEqual({
    id: 'p7',
    username: 'p7@x.example',
    name: null,
    organization: null,
    email: null,
  });
});

test('the order of IDs doesn’t matter, and a larger set requests only the new ones', async () => {
  expect(identityQueries.byId(['b', 'a', 'b']).queryKey).toEqual(identityQueries.byId(['a', 'b']).queryKey);
  await client.fetchQuery(identityQueries.byId(['a', 'missing']));
  const found = await client.fetchQuery(identityQueries.byId(['a', 'b', 'missing']));
  expect(requested).toEqual([['a', 'missing'], ['b']]);
  expect(Object.keys(found).sort()).toEqual(['a', 'b']);
});

test('after an hour, every ID is requested again', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 });
  await client.fetchQuery(identityQueries.byId(['a']));
  vi.setSystemTime(1_000_000 + 3_600_001);
  await client.fetchQuery(identityQueries.byId(['a', 'b']));
  expect(requested).toEqual([['a'], ['a', 'b']]);
});

test('without IDs there is no call', async () => {
  expect(await client.fetchQuery(identityQueries.byId([]))).toEqual({});
  expect(requested).toEqual([]);
});
