import { InfiniteQueryObserver, QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { parseConfig, setRuntimeConfig } from '../config/runtimeConfig.ts';
import { accessPointQueries, isSearchEmpty } from './accessPoints.ts';
import { endpointQueries } from './endpoints.ts';
import { setSessionForTests } from './http/sessionForTests.ts';
import { tunnelEventQueries } from './tunnels/tunnelEvents.ts';

const T = 'https://transfer.example';
let documents: Record<string, unknown> = {};
let client: QueryClient;

beforeEach(() => {
  setSessionForTests();
  const config = parseConfig({ clientId: 'c', transferUrl: T }, 'https://app.example/');
  if (!Array.isArray(config)) setRuntimeConfig(config);
  vi.stubGlobal('fetch', async (url: string) => {
    const call = decodeURIComponent(url).replace(T, '');
    return call in documents ? Response.json(documents[call]) : Response.json({ call }, { status: 404 });
  });
  documents = {};
  client = new QueryClient();
});

afterEach(() => vi.unstubAllGlobals());

const point = (id: string, attributes: Record<string, unknown> = {}) => ({
  id,
  attributes: { display_name: id.toUpperCase(), tlsftp_server: 'tlsftp://h:443', ...attributes },
  relationships: { host_endpoint: { data: { type: 'Endpoint', id: 'e' } } },
});

test('a search follows the complete query of the next link', async () => {
  const first = '/v2/stream_access_points?page[limit]=100&filter[fulltext]=x-ray&filter[endpoint_admin]=true';
  const next = `${T}/v2/stream_access_points?page[marker]=m&filter[fulltext]=x-ray`;
  documents[first] = { data: [point('a'), { bad: true }], links: { next } };
  documents['/v2/stream_access_points?page[marker]=m&filter[fulltext]=x-ray'] = { data: [point('b')] };
  const { pages } = await client.fetchInfiniteQuery({
    ...accessPointQueries.search({ text: ' x-ray ', onlyAdministered: true }),
    pages: 2,
  });
  expect(pages.map((page) => page.accessPoints.map(({ id }) => id))).toEqual([['a'], ['b']]);
  expect(pages.map(({ unreadable }) => unreadable)).toEqual([1, 0]);
});

test.each([
  { found: 'nothing on one page', pages: [{ data: [] }], nothing: true },
  { found: 'nothing on both pages', pages: [{ data: [], more: true }, { data: [] }], nothing: true },
  { found: 'one result', pages: [{ data: [point('a')] }], nothing: false },
  { found: 'one unreadable result', pages: [{ data: [{ bad: true }] }], nothing: false },
  { found: 'nothing on the first of two pages', pages: [{ data: [], more: true }], nothing: false },
  {
    found: 'one result on the second page',
    pages: [{ data: [], more: true }, { data: [point('a')] }],
    nothing: false,
  },
])('a search with $found is empty: $nothing', async ({ pages, nothing }) => {
  const address = (at: number) =>
    `/v2/stream_access_points?${at === 0 ? 'page[limit]=100' : `page[marker]=${at}`}`;
  for (const [at, { data, ...page }] of pages.entries()) {
    const links = 'more' in page ? { next: `?page[marker]=${at + 1}` } : null;
    documents[address(at)] = { data, links };
  }
  const search = accessPointQueries.search({ text: '', onlyAdministered: false });
  expect(isSearchEmpty(await client.fetchInfiniteQuery({ ...search, pages: pages.length }))).toBe(nothing);
});

test('an access point that moves to the next page appears once, and a loop of pages ends', async () => {
  const path = '/v2/stream_access_points';
  const links = { next: '?page[marker]=2' };
  documents[`${path}?page[limit]=100`] = { data: [point('a'), point('b')], links };
  documents[`${path}?page[marker]=2`] = { data: [point('b'), point('c')], links };
  const search = accessPointQueries.search({ text: '', onlyAdministered: false });
  const observer = new InfiniteQueryObserver(client, search);
  const unsubscribe = observer.subscribe(() => {});
  await observer.fetchNextPage();
  await observer.fetchNextPage();
  const { data, hasNextPage } = observer.getCurrentResult();
  unsubscribe();
  expect(data?.pages.map((page) => page.accessPoints.map(({ id }) => id))).toEqual([['a', 'b'], ['c']]);
  expect(hasNextPage).toBe(false);
});

test('an empty search sends no filter', async () => {
  documents['/v2/stream_access_points?page[limit]=100'] = { data: [], links: null };
  const { pages } = await client.fetchInfiniteQuery(
    accessPointQueries.search({ text: ' ', onlyAdministered: false }),
  );
  expect(pages).toHaveLength(1);
});

test('the directory has the names from every page', async () => {
  documents['/v2/stream_access_points?page[limit]=100'] = {
    data: [point('a')],
    links: { next: '?page[marker]=m' },
  };
  documents['/v2/stream_access_points?page[marker]=m'] = { data: [point('b', { display_name: null })] };
  const { data: names } = await new QueryObserver(client, accessPointQueries.directory()).refetch();
  expect([...(names ?? [])].map(([id, { name }]) => [id, name])).toEqual([
    ['a', 'A'],
    ['b', 'b'],
  ]);
});

test('an access point with every field, and one with almost none', async () => {
  const full = point('a', {
    advertised_owner: 'Ada',
    organization: 'Lab',
    department: 'Optics',
    description: 'd',
    keywords: 'x, y',
    contact_email: 'a@lab.example',
    contact_info: 'room 7',
    info_link: 'javascript:alert(1)',
  });
  documents['/v2/stream_access_points/a'] = { data: full };
  expect(await client.fetchQuery(accessPointQueries.detail('a'))).toEqual({
    id: 'a',
    name: 'A',
    tlsftpServer: 'tlsftp://h:443',
    owner: 'Ada',
    organization: 'Lab',
    department: 'Optics',
    description: 'd',
    keywords: ['x', 'y'],
    contactEmail: 'a@lab.example',
    contactInfo: 'room 7',
    infoLink: 'javascript:alert(1)',
    hostEndpointId: 'e',
  });
  documents['/v2/stream_access_points/b'] = {
    data: { id: 'b', attributes: { keywords: 7 }, relationships: null },
  };
  expect(await client.fetchQuery(accessPointQueries.detail('b'))).toMatchObject({
    name: 'b',
    owner: null,
    keywords: [],
    hostEndpointId: null,
  });
});

test.each([
  [{}, 'page[limit]=100'],
  [{ onlyErrors: true }, 'page[limit]=100&is_error=true'],
  [{ onlyErrors: false }, 'page[limit]=100'],
  [{ codeName: 'STARTED' }, 'page[limit]=100&code_name=STARTED'],
])('events by %j', async (filter, query) => {
  const data = [
    {
      id: 12,
      attributes: {
        code: 'STARTED',
        is_error: false,
        description: 'd',
        details: 'x',
        time: '2025-12-12T21:11:50.5',
      },
    },
    { id: 11, attributes: { code: 'NEW_ONE', is_error: true } },
    { id: 10, attributes: null },
    { attributes: { code: 'STARTED' } },
  ];
  documents[`/v2/tunnels/t/events?${query}`] = { data };
  const wordless = {
    code: 'unknown',
    codeText: '',
    isError: false,
    description: '',
    details: '',
    timeMs: null,
  };
  expect(await client.fetchQuery(tunnelEventQueries.list('t', filter))).toMatchObject({
    events: [
      {
        id: '12',
        code: 'STARTED',
        codeText: 'STARTED',
        isError: false,
        description: 'd',
        details: 'x',
        timeMs: Date.UTC(2025, 11, 12, 21, 11, 50, 500),
      },
      { ...wordless, id: '11', codeText: 'NEW_ONE', isError: true },
      { ...wordless, id: '10' },
    ],
    unreadable: 1,
    nextPage: null,
  });
});

test.each([
  ['https://gcs.example/', 'https://gcs.example'],
  ['https://gcs.example/base/?x#y', 'https://gcs.example/base'],
  ['http://localhost:8403', 'http://localhost:8403'],
  ['http://gcs.example', null],
  ['javascript:alert(1)', null],
  ['', null],
  [null, null],
])('an endpoint with the gcs_manager_url %j has the base URL %j', async (gcs_manager_url, gcsManagerUrl) => {
  documents['/v0.10/endpoint/e'] = {
    id: 'e',
    display_name: 'E',
    gcs_manager_url,
    my_effective_roles: ['administrator'],
  };
  expect(await client.fetchQuery(endpointQueries.detail('e'))).toMatchObject({
    name: 'E',
    gcsManagerUrl,
    myEffectiveRoles: ['administrator'],
    owner: null,
  });
});

test.each([
  ['a subscription', { subscription_id: 's' }, true],
  ['no subscription', { subscription_id: null }, false],
  ['nothing about a subscription', {}, null],
  ['something unreadable', { subscription_id: 7 }, null],
])('an endpoint with %s', async (_what, attributes, hasSubscription) => {
  documents['/v0.10/endpoint/e'] = { id: 'e', ...attributes };
  expect(await client.fetchQuery(endpointQueries.detail('e'))).toMatchObject({ hasSubscription });
});
