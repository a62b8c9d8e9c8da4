import { beforeEach, describe, expect, test } from 'vitest';
import type { TunnelEvent } from '../../domain/tunnel/event.ts';
import { ApiError } from '../http/errors.ts';
import { type EventLog, type EventPage, estimateNextCalls, loadEventLog, mayLackNewest } from './eventLog.ts';

type Order = 'oldest' | 'newest' | 'mixed';

/** An event whose ID and time are both derived from its number, so that they have the same order. */
const event = (n: number): TunnelEvent => ({
  id: String(n),
  code: 'unknown',
  codeText: `CODE_${n}`,
  isError: false,
  description: '',
  details: '',
  timeMs: n * 2000,
});

/** The events on the server, oldest first. */
let recorded: TunnelEvent[];
/** The calls of the last load. */
let calls: number;
let loaded: EventLog | undefined;
/** What the last load yielded. */
let yielded: EventLog[];

beforeEach(() => {
  [recorded, calls, loaded, yielded] = [[], 0, undefined, []];
});

const record = (count: number) => {
  for (let n = 0; n < count; n += 1) recorded.push(event(recorded.length + 1));
};

/** A server whose page markers name the last event of the page, so that they stay valid when events are added. */
function server(
  order: Order,
  size: number,
  overrides: (query: Record<string, string>) => Partial<EventPage> = () => ({}),
) {
  return async (query: Record<string, string>): Promise<EventPage> => {
    calls += 1;
    const odd = recorded.filter(({ id }) => Number(id) % 2 === 1);
    const mixed = [...odd, ...recorded.filter((one) => !odd.includes(one))];
    const list = { oldest: recorded, newest: recorded.toReversed(), mixed }[order];
    const from = list.findIndex(({ id }) => id === query.marker) + 1;
    const events = list.slice(from, from + size);
    const isLast = from + size >= list.length;
    const next = isLast ? null : { limit: '100', marker: events.at(-1)?.id ?? '' };
    return { events, unreadable: 0, next, ...overrides(query) };
  };
}

async function load(fetchPage: (query: Record<string, string>) => Promise<EventPage>): Promise<EventLog> {
  [calls, yielded] = [0, []];
  for await (const log of loadEventLog({ firstPage: { limit: '100' }, fetchPage }, loaded)) {
    yielded.push(log);
    loaded = log;
  }
  if (!loaded) throw new Error('A load yields at least one log.');
  return loaded;
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
  const fetchPage = server(order, size);

  test('the first load is complete, and yields the log after each page', async () => {
    record(count);
    const log = await load(fetchPage);
    expect(ids(log)).toEqual(upTo(count));
    expect(log).toMatchObject({
      nextPage: null,
      isInitialLoad: false,
      order: order === 'mixed' ? null : order,
    });
    expect(calls).toBe(Math.ceil(count / size));
    expect(yielded).toHaveLength(calls);
    expect(yielded.map(({ isInitialLoad }) => isInitialLoad)).toEqual(yielded.map((one) => one !== log));
    expect(yielded.map(({ nextPage }) => nextPage === null)).toEqual(yielded.map((one) => one === log));
  });

  test('a later load takes one call when nothing is new, and repeats everything only without an order', async () => {
    record(count);
    await load(fetchPage);
    for (const more of [0, 1, 0, Math.min(30, size * 3)]) {
      record(more);
      const expected = estimateNextCalls(loaded as EventLog);
      expect(ids(await load(fetchPage))).toEqual(upTo(recorded.length));
      expect(calls).toBeLessThanOrEqual(
        order === 'mixed' ? Math.ceil(recorded.length / size) : 2 + more / size,
      );
      if (more === 0) expect(calls).toBe(expected);
    }
    expect(loaded?.isInitialLoad).toBe(false);
  });
});

test.each<[Order, boolean]>([
  ['oldest', true],
  ['newest', false],
  ['mixed', true],
])('%s first: a load ends after 50 pages; the newest events may be missing: %s', async (order, missing) => {
  record(500);
  const log = await load(server(order, 2));
  expect([calls, log.events.length, log.isInitialLoad, mayLackNewest(log)]).toEqual([
    50,
    100,
    false,
    missing,
  ]);
  expect(log.order).toBe(order === 'mixed' ? 'oldest' : order);
  for (let loads = 0; loads < 45; loads += 1) await load(server(order, 2));
  expect(ids(loaded as EventLog)).toEqual(upTo(500));
});

test.each<Order>(['oldest', 'newest'])(
  '%s first: after a failure, the next load continues there',
  async (order) => {
    record(100);
    const good = server(order, 10);
    const failing = (query: Record<string, string>) => {
      if (calls === 6) throw new ApiError({ kind: 'unavailable', method: 'GET', path: '/', detail: '' });
      return good(query);
    };
    await expect(load(failing)).rejects.toThrow(ApiError);
    expect([loaded?.events.length, mayLackNewest(loaded as EventLog)]).toEqual([60, order === 'oldest']);
    expect(ids(await load(good))).toEqual(upTo(100));
    expect(calls).toBe(order === 'oldest' ? 4 : 5);
  },
);

test('newest first: new events are held back until there is no gap', async () => {
  record(20);
  const good = server('newest', 10);
  await load(good);
  record(30);
  const failing = (query: Record<string, string>) => {
    if (calls === 2) throw new ApiError({ kind: 'network', method: 'GET', path: '/', detail: '' });
    return good(query);
  };
  await expect(load(failing)).rejects.toThrow(ApiError);
  expect(yielded).toEqual([]);
  expect(ids(await load(good))).toEqual(upTo(50));
});

test('when the server rejects a marker, everything is loaded again', async () => {
  record(30);
  await load(server('oldest', 10));
  record(5);
  const forgetful = (query: Record<string, string>) => {
    if (query.marker === '20')
      throw new ApiError({ kind: 'validation', method: 'GET', path: '/', detail: '' });
    return server('oldest', 15)(query);
  };
  expect(ids(await load(forgetful))).toEqual(upTo(35));
});

test.each<[string, (query: Record<string, string>) => Partial<EventPage>]>([
  ['to itself', (query) => ({ next: query })],
  [
    'back to an earlier page',
    ({ marker }) => ({ next: { limit: '100', marker: marker === '10' ? '0' : '10' } }),
  ],
])('a link %s ends the load', async (_where, noise) => {
  record(10);
  const log = await load(server('oldest', 5, noise));
  expect(calls).toBeLessThanOrEqual(4);
  expect(log.nextPage).toBeNull();
});

test('an empty page isn’t the end', async () => {
  const pages: Record<string, EventPage> = {
    '': { events: [event(1)], unreadable: 0, next: { marker: 'a' } },
    a: { events: [], unreadable: 0, next: { marker: 'b' } },
    b: { events: [event(2)], unreadable: 0, next: null },
  };
  expect(ids(await load(async ({ marker = '' }) => pages[marker] as EventPage))).toEqual([1, 2]);
});

test.each<Order>(['oldest', 'newest'])(
  '%s first: an unreadable event is counted once, however often it is loaded',
  async (order) => {
    record(40);
    const spoiled = server(order, 10, ({ marker }) => ({ unreadable: marker ? 0 : 2 }));
    for (const _ of [1, 2, 3]) expect((await load(spoiled)).unreadable).toBe(2);
    expect(estimateNextCalls(loaded as EventLog)).toBe(4);
    expect((await load(server(order, 10))).unreadable).toBe(0);
  },
);
