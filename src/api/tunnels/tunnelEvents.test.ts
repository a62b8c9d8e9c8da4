import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { parseConfig, setRuntimeConfig } from '../../config/runtimeConfig.ts';
import { setSessionForTests } from '../http/sessionForTests.ts';
import { tunnelEventQueries } from './tunnelEvents.ts';

// How the log of events reaches the query cache; how it is loaded is tested in eventLog.test.ts.

const LIST = tunnelEventQueries.list('t');
let client: QueryClient;
/** The calls that the server received, by page marker. */
let markers: string[];
/** What the server responds, by page marker. */
let pages: Record<string, () => Promise<Response> | Response>;

const page = (ids: number[], next: string | null) => () =>
  Response.json({
    data: ids.map((id) => ({ id, attributes: { code: 'STARTED', time: `2026-01-01T00:00:0${id}` } })),
    links: { next: next && `?page[marker]=${next}` },
  });

beforeEach(() => {
  setSessionForTests();
  const config = parseConfig({ clientId: 'c', transferUrl: 'https://t.example' }, 'https://app.example/');
  if (!Array.isArray(config)) setRuntimeConfig(config);
  [markers, pages] = [[], { '': page([1, 2], 'm1'), m1: page([3], null) }];
  vi.stubGlobal('fetch', async (url: string) => {
    const marker = new URL(url).searchParams.get('page[marker]') ?? '';
    markers.push(marker);
    return pages[marker]?.() ?? Response.json({}, { status: 404 });
  });
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
});

afterEach(() => {
  client.clear();
  vi.unstubAllGlobals();
});

const cachedIds = () => client.getQueryData(LIST.queryKey)?.events.map(({ id }) => id);

test('events are in the cache page by page, while the rest is loading', async () => {
  const lastPage = page([3], null);
  const { promise, release } = gate();
  pages.m1 = () => promise.then(lastPage);
  const load = client.fetchQuery(LIST);
  await vi.waitFor(() => expect(cachedIds()).toEqual(['1', '2']));
  expect(client.getQueryState(LIST.queryKey)?.fetchStatus).toBe('fetching');
  release();
  expect((await load).events).toHaveLength(3);
  expect(client.getQueryData(LIST.queryKey)?.isInitialLoad).toBe(false);
});

test('events whose IDs differ only above 2^53 are all shown', async () => {
  const ids = ['9007199254740992', '9007199254740993'];
  pages[''] = () => new Response(`{"data": [${ids.map((id) => `{"id": ${id}, "attributes": {}}`)}]}`);
  await client.fetchQuery(LIST);
  expect(cachedIds()).toEqual(ids);
});

test('a failure on the way costs nothing: the pages before it stay, and the next load continues there', async () => {
  const lastPage = pages.m1 as () => Response;
  pages.m1 = () => Response.json({}, { status: 503 });
  await expect(client.fetchQuery(LIST)).rejects.toMatchObject({ kind: 'unavailable' });
  expect(cachedIds()).toEqual(['1', '2']);
  pages.m1 = lastPage;
  markers = [];
  await client.fetchQuery(LIST);
  expect(cachedIds()).toEqual(['1', '2', '3']);
  expect(markers).toEqual(['m1']);
});

test('a later load requests only the last page', async () => {
  await client.fetchQuery(LIST);
  markers = [];
  pages.m1 = page([3, 4], null);
  await client.fetchQuery(LIST);
  expect(markers).toEqual(['m1']);
  expect(cachedIds()).toEqual(['1', '2', '3', '4']);
});

test('what was loaded is forgotten with the cache', async () => {
  await client.fetchQuery(LIST);
  client.clear();
  markers = [];
  await client.fetchQuery(LIST);
  expect(markers).toEqual(['', 'm1']);
});

test('leaving the page aborts the load and keeps the pages before', async () => {
  pages.m1 = () => new Promise(() => undefined);
  const unsubscribe = new QueryObserver(client, LIST).subscribe(() => undefined);
  await vi.waitFor(() => expect(markers).toEqual(['', 'm1']));
  unsubscribe();
  await vi.waitFor(() => expect(client.getQueryState(LIST.queryKey)?.fetchStatus).toBe('idle'));
  expect(cachedIds()).toEqual(['1', '2']);
});

test('invalidating a tunnel’s events reaches their document, too', async () => {
  const { queryKey } = tunnelEventQueries.document('t');
  await client.fetchQuery(tunnelEventQueries.document('t'));
  await client.invalidateQueries({ queryKey: tunnelEventQueries.all('t') });
  expect(client.getQueryState(queryKey)?.isInvalidated).toBe(true);
});

function gate() {
  let release = () => {};
  const promise = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { promise, release };
}
