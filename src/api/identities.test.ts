import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { parseConfig, setRuntimeConfig } from '../config/runtimeConfig.ts';
import { setSessionForTests } from './http/sessionForTests.ts';
import { identityQueries } from './identities.ts';

let asked: string[][] = [];
let client: QueryClient;

beforeEach(() => {
  setSessionForTests();
  const config = parseConfig({ clientId: 'c', authUrl: 'https://auth.example' }, 'https://app.example/');
  if (!Array.isArray(config)) setRuntimeConfig(config);
  vi.stubGlobal('fetch', async (url: string) => {
    const ids = new URL(url).searchParams.get('ids')?.split(',') ?? [];
    asked.push(ids);
    const known = ids.filter((id) => !id.startsWith('nobody'));
    return Response.json({
      identities: [...known.map((id) => ({ id, username: `${id}@x.example` })), { bad: 1 }],
    });
  });
  asked = [];
  client = new QueryClient();
});

afterEach(() => {
  client.clear();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('asks for each id once, in chunks of 50, and leaves out whom Auth does not tell about', async () => {
  const ids = Array.from({ length: 120 }, (_, index) => `p${index}`);
  const found = await client.fetchQuery(identityQueries.byId([...ids, 'p0', 'nobody']));
  expect(asked.map((chunk) => chunk.length)).toEqual([50, 50, 21]);
  expect(Object.keys(found)).toHaveLength(120);
  expect(found.p7).toEqual({
    id: 'p7',
    username: 'p7@x.example',
    name: null,
    organization: null,
    email: null,
  });
});

test('the order of ids makes no other query, and a larger set asks for the new ones alone', async () => {
  expect(identityQueries.byId(['b', 'a', 'b']).queryKey).toEqual(identityQueries.byId(['a', 'b']).queryKey);
  await client.fetchQuery(identityQueries.byId(['a', 'nobody']));
  const found = await client.fetchQuery(identityQueries.byId(['a', 'b', 'nobody']));
  expect(asked).toEqual([['a', 'nobody'], ['b']]);
  expect(Object.keys(found).sort()).toEqual(['a', 'b']);
});

test('after an hour everybody is asked for again', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 });
  await client.fetchQuery(identityQueries.byId(['a']));
  vi.setSystemTime(1_000_000 + 3_600_001);
  await client.fetchQuery(identityQueries.byId(['a', 'b']));
  expect(asked).toEqual([['a'], ['a', 'b']]);
});

test('nobody is asked for when there is nobody to ask for', async () => {
  expect(await client.fetchQuery(identityQueries.byId([]))).toEqual({});
  expect(asked).toEqual([]);
});
