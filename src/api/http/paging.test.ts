import { expect, test, vi } from 'vitest';
import { fleetPollMs } from '../polling.ts';
import { EndlessListError } from './errors.ts';
import { collectPages } from './paging.ts';

const item = (id: string, state = 'ACTIVE') => ({ id, state });

/** Collects these pages; their queries are {} for the first, { at: '1' } for the next, and so on. */
async function collect(
  ...pages: { items: ReturnType<typeof item>[]; next: number | null; unreadable?: number }[]
) {
  const fetchPage = vi.fn(async ({ at = '0' }: Record<string, string>) => {
    const { items = [], next = null, unreadable = 0 } = pages[Number(at)] ?? {};
    return { items, unreadable, next: next === null ? null : { at: String(next) } };
  });
  return { ...(await collectPages('/v2/tunnels', {}, fetchPage)), calls: fetchPage.mock.calls.length };
}

test('every page is loaded, and unreadable items are counted', async () => {
  const pages = [
    { items: [item('a')], next: 1, unreadable: 2 },
    { items: [item('b')], next: null, unreadable: 1 },
  ];
  expect(await collect(...pages)).toEqual({ items: [item('a'), item('b')], unreadable: 3, calls: 2 });
});

test('a loop of pages ends where it closes', async () => {
  const pages = [
    { items: [item('a')], next: 1 },
    { items: [item('b')], next: 2 },
    { items: [item('c')], next: 1 },
  ];
  expect(await collect(...pages)).toMatchObject({ items: [item('a'), item('b'), item('c')], calls: 3 });
});

test('an item that moves to the next page appears once, with its later value', async () => {
  const pages = [
    { items: [item('a'), item('b'), item('b')], next: 1 },
    { items: [item('b', 'STOPPED'), item('c')], next: null },
  ];
  expect((await collect(...pages)).items).toEqual([item('a'), item('b', 'STOPPED'), item('c')]);
});

test('a list that always has another page is an error, and isn’t polled again', async () => {
  let at = 0;
  const fetchPage = async () => {
    at += 1;
    return { items: [], unreadable: 0, next: { at: String(at) } };
  };
  const error: unknown = await collectPages('/v2/tunnels', {}, fetchPage).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ kind: 'malformed' });
  expect(at).toBe(5000);
  if (!(error instanceof EndlessListError)) throw error;
  const state = { data: undefined, dataUpdatedAt: 0, error, errorUpdatedAt: 1, errorUpdateCount: 1 };
  expect(fleetPollMs(state, 1)).toBe(false);
});
