import { expect, test } from 'vitest';
import {
  ACCESS_POINT_IDS,
  createTunnelViaApi,
  fetchTransfer,
  sandboxForTests,
  type TransferRequestOptions,
  tunnelBody,
} from '../sandboxForTests.ts';

const sandbox = sandboxForTests({ speed: 0.01 });
const send = (path: string, options: TransferRequestOptions = {}) => fetchTransfer(sandbox(), path, options);
const ids = async (options: TransferRequestOptions = {}): Promise<string[]> =>
  (await send('/v2/tunnels', options)).body.data.map(({ id }: { id: string }) => id);

test('returns all fields of a new tunnel', async () => {
  const body = tunnelBody({ label: 'Night shift', lifetime_mins: 90, restartable: true });
  const { status, body: response } = await send('/v2/tunnels', { method: 'POST', body });
  expect(status).toBe(201);
  expect(response.data).toMatchObject({
    type: 'Tunnel',
    attributes: {
      label: 'Night shift',
      lifetime_mins: 90,
      restartable: true,
      state: 'AWAITING_LISTENER',
      listener_ip_address: null,
      created_time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/),
    },
    relationships: {
      initiator: { data: { type: 'StreamAccessPoint', id: ACCESS_POINT_IDS.harbor } },
      listener: { data: { type: 'StreamAccessPoint', id: ACCESS_POINT_IDS.northfield } },
      owner: { data: { type: 'Identity', id: 'a1e50000-0000-4000-8000-000000000001' } },
    },
  });
  expect(response.meta.request_id).toMatch(/^[A-Za-z0-9]{9}$/);
  // Like recorded responses, the document has its members in alphabetical order.
  for (const members of [response.data, response.data.attributes, response.data.relationships])
    expect(Object.keys(members)).toEqual(Object.keys(members).toSorted());
});

test('creates one tunnel for each submission ID and person, even for concurrent requests', async () => {
  const listener = { listener_ip_address: '127.0.0.1', listener_port: 9 };
  const post = (persona: 'researcher' | 'newcomer', label: string) =>
    send('/v2/tunnels', {
      persona,
      method: 'POST',
      body: tunnelBody({ submission_id: '5ab00000-0000-4000-8000-000000000001', label, ...listener }),
    });
  const both = await Promise.all([post('researcher', 'first'), post('researcher', 'first')]);
  const id = both[0].body.data.id;
  expect(both.map(({ status, body }) => [status, body.data.id])).toEqual([
    [201, id],
    [201, id],
  ]);
  sandbox().commands.advanceMs(200_000);
  const repeat = await post('researcher', 'first');
  expect([repeat.status, repeat.body.data.id]).toEqual([201, id]);
  const other = await post('newcomer', 'mine');
  expect(other.status).toBe(201);
  expect(other.body.data.id).not.toBe(id);
  await sandbox().commands.tunnels.setState(id, 'STOPPED');
  await send(`/v2/tunnels/${id}`, { method: 'DELETE' });
  expect((await post('researcher', 'first')).status).toBe(409);
});

test('a tunnel is visible to its owner and to administrators of either side only', async () => {
  const id = await createTunnelViaApi(sandbox(), {}, { persona: 'newcomer' });
  expect(await ids({ persona: 'newcomer' })).toContain(id);
  expect(await ids({ persona: 'administrator' })).toContain(id);
  expect(await ids({ persona: 'researcher' })).not.toContain(id);
  const unseen = await send(`/v2/tunnels/${id}`);
  const unknown = await send('/v2/tunnels/4e300000-0000-4000-8000-00000000ffff');
  expect([unseen.status, unknown.status]).toEqual([404, 404]);
  const text = (response: typeof unseen) => response.body.errors[0].detail.replace(/[0-9a-f-]{36}/, 'ID');
  expect(text(unseen)).toBe(text(unknown));
  expect((await send(`/v2/tunnels/${id}/events`)).status).toBe(404);
  const stop = { data: { attributes: { state: 'STOPPING' } } };
  const stopped = await send(`/v2/tunnels/${id}`, { persona: 'administrator', method: 'PATCH', body: stop });
  expect(stopped.status).toBe(200);
});

test('only a stopped tunnel can be deleted', async () => {
  const id = await createTunnelViaApi(sandbox());
  const refused = await send(`/v2/tunnels/${id}`, { method: 'DELETE' });
  expect(refused.status).toBe(409);
  expect(refused.body.errors).toMatchObject([{ status: 409, code: 'Conflict' }]);
  await sandbox().commands.tunnels.setState(id, 'STOPPED');
  const deleted = await send(`/v2/tunnels/${id}`, { method: 'DELETE' });
  expect(deleted.status).toBe(200);
  expect(deleted.body).toEqual({ data: null, meta: { request_id: expect.any(String) } });
  expect((await send(`/v2/tunnels/${id}`)).status).toBe(404);
});

test('the label can be changed in any state, and a rejected change changes nothing', async () => {
  const id = await createTunnelViaApi(sandbox(), { label: 'before' });
  const patch = (attributes: object) =>
    send(`/v2/tunnels/${id}`, { method: 'PATCH', body: { data: { type: 'Tunnel', attributes } } });
  expect((await patch({ label: 'after', unknown: 'value' })).body.data.attributes.label).toBe('after');
  expect((await patch({ label: null })).body.data.attributes.label).toBeNull();
  await sandbox().commands.tunnels.setState(id, 'UNINITIALIZED');
  const early = await patch({ label: 'lost', listener_ip_address: '127.0.0.1', listener_port: 9 });
  expect(early.status).toBe(409);
  expect((await send(`/v2/tunnels/${id}`)).body.data.attributes.label).toBeNull();
});

test('lists all tunnels at once unless a page size is set', async () => {
  sandbox().commands.tunnels.create({ count: 30 });
  const all = await ids();
  expect((await send('/v2/tunnels')).body.links).toBeNull();
  sandbox().commands.setTunnelPageSize(10);
  const paged: string[] = [];
  for (let next = '/v2/tunnels'; next; ) {
    const { body } = await send(next);
    paged.push(...body.data.map(({ id }: { id: string }) => id));
    next = body.links?.next;
  }
  sandbox().commands.setTunnelPageSize(undefined);
  expect(paged).toEqual(all);
});

test.each([
  ['oldest', ['CODE_0', 'CODE_1'], 'CODE_10', 6],
  ['newest', ['CODE_24', 'CODE_23'], 'CODE_14', 5],
] as const)(
  'lists the %s events first, in pages that new events do not shift',
  async (sort, begin, second, rest) => {
    const id = await tunnelWithEvents(25);
    sandbox().commands.setEventPaging({ sort });
    const one = await events(id, 'page[limit]=10');
    expect(codes(one).slice(0, 2)).toEqual(begin);
    expect(one.data[0].id).toBeTypeOf('number');
    sandbox().commands.tunnels.addEvent(id, { code: 'NEW' });
    const two = (await send(one.links.next)).body;
    expect([codes(two)[0], codes(two).length]).toEqual([second, 10]);
    const three = (await send(two.links.next)).body;
    expect([codes(three).length, three.links]).toEqual([rest, null]);
    sandbox().commands.setEventPaging({ size: 7 });
    expect(codes(await events(id, 'page[limit]=10'))).toHaveLength(7);
    sandbox().commands.setEventPaging({});
  },
);

test('filters events by code or by error', async () => {
  const id = await tunnelWithEvents(25);
  expect(codes(await events(id, 'is_error=true'))).toEqual([
    'CODE_0',
    'CODE_5',
    'CODE_10',
    'CODE_15',
    'CODE_20',
  ]);
  expect(codes(await events(id, 'code_name=CODE_7'))).toEqual(['CODE_7']);
  expect((await send(`/v2/tunnels/${id}/events?code_name=NEW&is_error=true`)).status).toBe(422);
});

test('event IDs are small integers, unique across tunnels', async () => {
  const [one, two] = [await tunnelWithEvents(2), await tunnelWithEvents(2)];
  const all = [...(await events(one, '')).data, ...(await events(two, '')).data].map(({ id }) => id);
  expect(new Set(all).size).toBe(4);
  expect(all.every((id: unknown) => Number.isInteger(id) && Number(id) < 10_000)).toBe(true);
  sandbox().commands.setTransferChoices({ eventIds: 'string' });
  const ids = (await events(one, '')).data.map(({ id }: { id: unknown }) => id);
  sandbox().commands.setTransferChoices({ eventIds: 'number' });
  expect(ids).toEqual(all.slice(0, 2).map(String));
});

async function tunnelWithEvents(count: number): Promise<string> {
  const id = await createTunnelViaApi(sandbox());
  const { tunnels } = sandbox().commands;
  for (let n = 0; n < count; n += 1) tunnels.addEvent(id, { code: `CODE_${n}`, isError: n % 5 === 0 });
  return id;
}

const events = async (id: string, query: string) => (await send(`/v2/tunnels/${id}/events?${query}`)).body;
const codes = (body: { data: { attributes: { code: string } }[] }) =>
  body.data.map(({ attributes }) => attributes.code);
