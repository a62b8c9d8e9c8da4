import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atHand, readShelf, type ShelfItem, withFavourite, withRecent } from './savedAccessPoints.ts';

const item = (id: string, name = id): ShelfItem => ({ id, name, organization: null });
const ids = (items: ShelfItem[]) => items.map(({ id }) => id);
const EMPTY = readShelf(null);

test('favourites stand in the order of their names, each once', () => {
  const shelf = [item('2', 'Beta'), item('1', 'Alpha'), item('2', 'Beta, renamed')].reduce(
    (before, favourite) => withFavourite(before, favourite, true),
    EMPTY,
  );
  expect(shelf.favourites.map(({ name }) => name)).toEqual(['Alpha', 'Beta, renamed']);
  expect(ids(withFavourite(shelf, item('1'), false).favourites)).toEqual(['2']);
});

test('what was used last stands first, each once, six at most', () => {
  const shelf = withRecent(withRecent(EMPTY, [item('a'), item('b')]), [item('c'), item('b')]);
  expect(ids(shelf.recent)).toEqual(['c', 'b', 'a']);
  expect(
    withRecent(
      shelf,
      ['1', '2', '3', '4', '5'].map((id) => item(id)),
    ).recent,
  ).toHaveLength(6);
});

test('at hand: a favourite that was used is there once', () => {
  const shelf = withFavourite(withRecent(EMPTY, [item('a'), item('b')]), item('b'), true);
  expect(ids(atHand(shelf))).toEqual(['b', 'a']);
});

test('whatever a device kept can be read, and reads back as itself', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (stored) => {
      const shelf = readShelf(stored);
      expect(readShelf(JSON.parse(JSON.stringify(shelf)))).toEqual(shelf);
    }),
  );
  expect(readShelf({ favourites: [item('a'), { id: 7, name: 'x' }, null], recent: 'b' })).toEqual({
    favourites: [item('a')],
    recent: [],
  });
});
