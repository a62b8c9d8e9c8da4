import { beforeEach, describe, expect, test } from 'vitest';
import type { TunnelEvent } from '../../domain/tunnel/event.ts';
import { ApiError } from '../http/errors.ts';
import { type EventLog, type EventPage, estimateNextCalls, mayLackNewest, readEventLog } from './eventLog.ts';

type Order = 'oldest' | 'newest' | 'mixed';

/** Twice as many seconds as its number, so that ids and times say the same. */
const event = (n: number): TunnelEvent => ({
  id: String(n),
  code: 'unknown',
  codeText: `CODE_${n}`,
  isError: false,
  description: '',
  details: '',
  timeMs: n * 2000,
});

let happened: TunnelEvent[];
let calls: number;
let known: EventLog | undefined;
let published: EventLog[];

beforeEach(() => {
  [happened, calls, known, published] = [[], 0, undefined, []];
});

const happen = (count: number) => {
  for (let n = 0; n < count; n += 1) happened.push(event(happened.length + 1));
};

/** A server with markers that name the last event shown, as pages that grow need them. */
function server(
  order: Order,
  size: number,
  noise: (query: Record<string, string>) => Partial<EventPage> = () => ({}),
) {
  return async (query: Record<string, string>): Promise<EventPage> => {
    calls += 1;
    const odd = happened.filter(({ id }) => Number(id) % 2 === 1);
    const mixed = [...odd, ...happened.filter((one) => !odd.includes(one))];
    const list = { oldest: happened, newest: happened.toReversed(), mixed }[order];
    const from = list.findIndex(({ id }) => id === query.marker) + 1;
    const events = list.slice(from, from + size);
    const isLast = from + size >= list.length;
    const next = isLast ? null : { limit: '100', marker: events.at(-1)?.id ?? '' };
    return { events, unreadable: 0, next, ...noise(query) };
  };
}

async function read(readPage: (query: Record<string, string>) => Promise<EventPage>): Promise<EventLog> {
  calls = 0;
  known = await readEventLog({
    first: { limit: '100' },
    known,
    readPage,
    publish: (log) => published.push(log),
  });
  return known;
}

const ids = (log: EventLog) => log.events.map(({ id }) => Number(id)).sort((a, b) => a - b);
const upTo = (count: number) => Array.from({ length: count }, (_, n) => n + 1);

describe.each<[Order, number]>([
  ['oldest', 100],
  ['oldest', 20],
  ['oldest', 1],
  ['newest', 100],
  ['newest', 20],
  ['newest', 1],
  ['mixed', 20],
])('%s first, %i on a page', (order, size) => {
  const count = Math.min(150, size * 40);
  const server1 = server(order, size);

  test('everything is read at first, page by page', async () => {
    happen(count);
    const log = await read(server1);
    expect(ids(log)).toEqual(upTo(count));
    expect(log).toMatchObject({
      nextPage: null,
      isInitialRead: false,
      order: order === 'mixed' ? null : order,
    });
    expect(calls).toBe(Math.ceil(count / size));
    expect(published).toHaveLength(calls - 1);
    expect(published.every(({ isInitialRead, nextPage }) => isInitialRead && nextPage)).toBe(true);
  });

  test('what is new costs little: a call where nothing is, and everything only without an order', async () => {
    happen(count);
    await read(server1);
    for (const more of [0, 1, 0, Math.min(30, size * 3)]) {
      happen(more);
      const expected = estimateNextCalls(known as EventLog);
      expect(ids(await read(server1))).toEqual(upTo(happened.length));
      expect(calls).toBeLessThanOrEqual(
        order === 'mixed' ? Math.ceil(happened.length / size) : 2 + more / size,
      );
      if (more === 0) expect(calls).toBe(expected);
    }
    expect(known?.isInitialRead).toBe(false);
  });
});

test.each<[Order, boolean]>([
  ['oldest', true],
  ['newest', false],
  ['mixed', true],
])(
  '%s first: after 50 pages it stops, and says whether the newest are missing: %s',
  async (order, missing) => {
    happen(500);
    const log = await read(server(order, 2));
    expect([calls, log.events.length, log.isInitialRead, mayLackNewest(log)]).toEqual([
      50,
      100,
      false,
      missing,
    ]);
    expect(log.order).toBe(order === 'mixed' ? 'oldest' : order);
    for (let readings = 0; readings < 45; readings += 1) await read(server(order, 2));
    expect(ids(known as EventLog)).toEqual(upTo(500));
  },
);

test.each<Order>(['oldest', 'newest'])('%s first: what failed goes on where it stopped', async (order) => {
  happen(100);
  const good = server(order, 10);
  const failing = (query: Record<string, string>) => {
    if (calls === 6) throw new ApiError({ kind: 'unavailable', method: 'GET', path: '/', detail: '' });
    return good(query);
  };
  await expect(read(failing)).rejects.toThrow(ApiError);
  known = published.at(-1);
  expect([known?.events.length, mayLackNewest(known as EventLog)]).toEqual([60, order === 'oldest']);
  expect(ids(await read(good))).toEqual(upTo(100));
  expect(calls).toBe(order === 'oldest' ? 4 : 5);
});

test('news that fail half-way on top leave no gap', async () => {
  happen(20);
  const good = server('newest', 10);
  await read(good);
  happen(30);
  published = [];
  const failing = (query: Record<string, string>) => {
    if (calls === 2) throw new ApiError({ kind: 'network', method: 'GET', path: '/', detail: '' });
    return good(query);
  };
  await expect(read(failing)).rejects.toThrow(ApiError);
  expect(published).toEqual([]);
  expect(ids(await read(good))).toEqual(upTo(50));
});

test('a marker that the server refuses later: all is read anew', async () => {
  happen(30);
  await read(server('oldest', 10));
  happen(5);
  const forgetful = (query: Record<string, string>) => {
    if (query.marker === '20')
      throw new ApiError({ kind: 'validation', method: 'GET', path: '/', detail: '' });
    return server('oldest', 15)(query);
  };
  expect(ids(await read(forgetful))).toEqual(upTo(35));
});

test.each<[string, (query: Record<string, string>) => Partial<EventPage>]>([
  ['to itself', (query) => ({ next: query })],
  ['round in a circle', ({ marker }) => ({ next: { limit: '100', marker: marker === '10' ? '0' : '10' } })],
])('a link that leads %s ends the reading', async (_where, noise) => {
  happen(10);
  const log = await read(server('oldest', 5, noise));
  expect(calls).toBeLessThanOrEqual(4);
  expect(log.nextPage).toBeNull();
});

test('empty pages in between are no end', async () => {
  const pages: Record<string, EventPage> = {
    '': { events: [event(1)], unreadable: 0, next: { marker: 'a' } },
    a: { events: [], unreadable: 0, next: { marker: 'b' } },
    b: { events: [event(2)], unreadable: 0, next: null },
  };
  expect(ids(await read(async ({ marker = '' }) => pages[marker] as EventPage))).toEqual([1, 2]);
});

test.each<Order>(['oldest', 'newest'])(
  '%s first: what cannot be read is counted once, however often read',
  async (order) => {
    happen(40);
    const spoiled = server(order, 10, ({ marker }) => ({ unreadable: marker ? 0 : 2 }));
    for (const _ of [1, 2, 3]) expect((await read(spoiled)).unreadable).toBe(2);
    expect(estimateNextCalls(known as EventLog)).toBe(4);
    expect((await read(server(order, 10))).unreadable).toBe(0);
  },
);
