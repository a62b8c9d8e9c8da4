import { expect, test, vi } from 'vitest';
import { pollFleet } from '../polling.ts';
import { EndlessListError } from './errors.ts';
import { everyPage } from './everyPage.ts';

const item = (id: string, state = 'ACTIVE') => ({ id, state });

/** Reads these pages, each led to by its place: the first by {}, the next by { at: '1' }, and so on. */
async function read(
  ...pages: { good: ReturnType<typeof item>[]; next: number | null; unreadable?: number }[]
) {
  const readPage = vi.fn(async ({ at = '0' }: Record<string, string>) => {
    const { good = [], next = null, unreadable = 0 } = pages[Number(at)] ?? {};
    return { good, unreadable, next: next === null ? null : { at: String(next) } };
  });
  return { ...(await everyPage('/v2/tunnels', {}, readPage)), calls: readPage.mock.calls.length };
}

test('pages are read to the last one, and what could not be read is counted', async () => {
  const pages = [
    { good: [item('a')], next: 1, unreadable: 2 },
    { good: [item('b')], next: null, unreadable: 1 },
  ];
  expect(await read(...pages)).toEqual({ good: [item('a'), item('b')], unreadable: 3, calls: 2 });
});

test('pages that go in a circle end where it closes', async () => {
  const pages = [
    { good: [item('a')], next: 1 },
    { good: [item('b')], next: 2 },
    { good: [item('c')], next: 1 },
  ];
  expect(await read(...pages)).toMatchObject({ good: [item('a'), item('b'), item('c')], calls: 3 });
});

test('what moved to the next page meanwhile stands once, as it was last', async () => {
  const pages = [
    { good: [item('a'), item('b'), item('b')], next: 1 },
    { good: [item('b', 'STOPPED'), item('c')], next: null },
  ];
  expect((await read(...pages)).good).toEqual([item('a'), item('b', 'STOPPED'), item('c')]);
});

test('a list with always another page is an error, not half a list, and not asked for again', async () => {
  let at = 0;
  const readPage = async () => {
    at += 1;
    return { good: [], unreadable: 0, next: { at: String(at) } };
  };
  const error: unknown = await everyPage('/v2/tunnels', {}, readPage).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ kind: 'malformed' });
  expect(at).toBe(5000);
  if (!(error instanceof EndlessListError)) throw error;
  const state = { data: undefined, dataUpdatedAt: 0, error, errorUpdatedAt: 1, errorUpdateCount: 1 };
  expect(pollFleet(state, 1)).toBe(false);
});
