import { expect, test, vi } from 'vitest';
import { fleetPollMs } from '../polling.ts';
import { EndlessListError } from './errors.ts';
import { collectPages } from './paging.ts';

const item = (id: string, state = 'ACTIVE') => ({ id, state });

/** Reads these pages, each led to by its place: the first by {}, the next by { at: '1' }, and so on. */
async function read(
  ...pages: { items: ReturnType<typeof item>[]; next: number | null; unreadable?: number }[]
) {
  const readPage = vi.fn(async ({ at = '0' }: Record<string, string>) => {
    const { items = [], next = null, unreadable = 0 } = pages[Number(at)] ?? {};
    return { items, unreadable, next: next === null ? null : { at: String(next) } };
  });
  return { ...(await collectPages('/v2/tunnels', {}, readPage)), calls: readPage.mock.calls.length };
}

test('pages are read to the last one, and what could not be read is counted', async () => {
  const pages = [
    { items: [item('a')], next: 1, unreadable: 2 },
    { items: [item('b')], next: null, unreadable: 1 },
  ];
  expect(await read(...pages)).toEqual({ items: [item('a'), item('b')], unreadable: 3, calls: 2 });
});

test('pages that go in a circle end where it closes', async () => {
  const pages = [
    { items: [item('a')], next: 1 },
    { items: [item('b')], next: 2 },
    { items: [item('c')], next: 1 },
  ];
  expect(await read(...pages)).toMatchObject({ items: [item('a'), item('b'), item('c')], calls: 3 });
});

test('what moved to the next page meanwhile stands once, as it was last', async () => {
  const pages = [
    { items: [item('a'), item('b'), item('b')], next: 1 },
    { items: [item('b', 'STOPPED'), item('c')], next: null },
  ];
  expect((await read(...pages)).items).toEqual([item('a'), item('b', 'STOPPED'), item('c')]);
});

test('a list with always another page is an error, not half a list, and not asked for again', async () => {
  let at = 0;
  const readPage = async () => {
    at += 1;
    return { items: [], unreadable: 0, next: { at: String(at) } };
  };
  const error: unknown = await collectPages('/v2/tunnels', {}, readPage).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ kind: 'malformed' });
  expect(at).toBe(5000);
  if (!(error instanceof EndlessListError)) throw error;
  const state = { data: undefined, dataUpdatedAt: 0, error, errorUpdatedAt: 1, errorUpdateCount: 1 };
  expect(fleetPollMs(state, 1)).toBe(false);
});
