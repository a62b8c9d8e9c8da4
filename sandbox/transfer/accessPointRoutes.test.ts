import { expect, test } from 'vitest';
import { ACCESS_POINT_IDS, fetchTransfer, sandboxForTests } from '../sandboxForTests.ts';

const sandbox = sandboxForTests({ accessPoints: 250 });
const LIST = '/v2/stream_access_points';
const list = (query = '', persona: 'researcher' | 'administrator' = 'researcher') =>
  fetchTransfer(sandbox(), `${LIST}${query}`, { persona });
const names = (body: { data: { attributes: { display_name: string } }[] }) =>
  body.data.map(({ attributes }) => attributes.display_name);
const search = async (text: string) =>
  names((await list(`?filter[fulltext]=${encodeURIComponent(text)}&page[limit]=1000`)).body);

test('lists access points in linked pages of 100', async () => {
  const ids: string[] = [];
  let next: string | undefined = LIST;
  let pages = 0;
  while (next !== undefined) {
    const { body } = await fetchTransfer(sandbox(), next);
    ids.push(...body.data.map(({ id }: { id: string }) => id));
    pages += 1;
    if (body.links !== undefined) expect(new URL(body.links.next).origin).toBe(sandbox().transfer);
    next = body.links?.next;
  }
  expect(pages).toBe(3);
  expect(new Set(ids).size).toBe(250);
  expect(ids).toHaveLength(250);
});

test('a link to the next page keeps the other parameters', async () => {
  const { body } = await list('?page[limit]=2&filter[fulltext]=northfield');
  const link = new URL(body.links.next).searchParams;
  expect([link.get('page[limit]'), link.get('filter[fulltext]')]).toEqual(['2', 'northfield']);
  expect((await list('?page[limit]=250')).body).not.toHaveProperty('links');
});

test('search requires every word in any attribute, ignoring case', async () => {
  expect(await search('HARBOR x-ray')).toEqual(['Harbor Beamline 7 Detector']);
  expect(await search('beamline straight hutch')).toEqual(['Harbor Beamline 7 Detector']);
  expect(await search('control 0107')).toEqual(['Harbor Beamline 7 Detector']);
  expect(await search('s2.gcs.hpc.example')).toEqual(['Northfield Compute Stream']);
  expect(await search('harbor no-such-word')).toEqual([]);
  expect(await search('   ')).toHaveLength(250);
});

test('search for a UUID in any format finds that access point', async () => {
  expect(await search(ACCESS_POINT_IDS.harbor.toUpperCase())).toEqual(['Harbor Beamline 7 Detector']);
  expect(await search('acce5500-0000-4000-8000-00000000ffff')).toEqual([]);
});

test('endpoint_admin returns only access points that the caller administers', async () => {
  const { body } = await list('?filter[endpoint_admin]=true&page[limit]=1000', 'administrator');
  const endpoints = new Set(
    body.data.map((point: { relationships: { host_endpoint: { data: { id: string } } } }) =>
      point.relationships.host_endpoint.data.id.slice(-1),
    ),
  );
  expect(endpoints).toEqual(new Set(['2', '3']));
  expect((await list('?filter[endpoint_admin]=true')).body.data).toEqual([]);
});

test('gets one by its ID, and rejects unknown IDs and invalid UUIDs', async () => {
  const one = await list(`/${ACCESS_POINT_IDS.harbor}`);
  expect(one.body).toMatchObject({
    data: { type: 'StreamAccessPoint', attributes: { display_name: 'Harbor Beamline 7 Detector' } },
    meta: { request_id: one.headers.get('x-request-id') },
  });
  expect((await list('/acce5500-0000-4000-8000-00000000ffff')).status).toBe(404);
  expect((await list('/harbor')).body.detail[0]).toMatchObject({
    type: 'uuid_parsing',
    loc: ['path', 'stream_access_point_uuid'],
  });
});

test('reports all invalid parameters', async () => {
  const { status, body } = await list('?page[limit]=0&page[marker]=x&filter[endpoint_admin]=maybe');
  expect(status).toBe(422);
  expect(body.detail.map(({ loc, type }: { loc: string[]; type: string }) => [loc.at(-1), type])).toEqual([
    ['page[limit]', 'greater_than_equal'],
    ['page[marker]', 'value_error'],
    ['filter[endpoint_admin]', 'bool_parsing'],
  ]);
});

test('returns hostile text unchanged', async () => {
  const { attributes } = (await list('/acce5500-0000-4000-8000-000000000010')).body.data;
  expect(attributes.display_name).toContain('<script>');
  expect(attributes.info_link).toMatch(/^javascript:/);
  expect(attributes.description.length).toBeGreaterThan(4000);
});
