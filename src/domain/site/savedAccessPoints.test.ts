import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  listSavedAccessPoints,
  parseSavedAccessPoints,
  type SavedAccessPoint,
  withFavorite,
  withRecent,
} from './savedAccessPoints.ts';

const item = (id: string, name = id): SavedAccessPoint => ({ id, name, organization: null });
const ids = (items: SavedAccessPoint[]) => items.map(({ id }) => id);
const EMPTY = parseSavedAccessPoints(null);

test('favorites stand in the order of their names, each once', () => {
  const shelf = [item('2', 'Beta'), item('1', 'Alpha'), item('2', 'Beta, renamed')].reduce(
    (before, favourite) => withFavorite(before, favourite, true),
    EMPTY,
  );
  expect(shelf.favorites.map(({ name }) => name)).toEqual(['Alpha', 'Beta, renamed']);
  expect(ids(withFavorite(shelf, item('1'), false).favorites)).toEqual(['2']);
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
  const shelf = withFavorite(withRecent(EMPTY, [item('a'), item('b')]), item('b'), true);
  expect(ids(listSavedAccessPoints(shelf))).toEqual(['b', 'a']);
});

test('whatever a device kept can be read, and reads back as itself', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (stored) => {
      const shelf = parseSavedAccessPoints(stored);
      expect(parseSavedAccessPoints(JSON.parse(JSON.stringify(shelf)))).toEqual(shelf);
    }),
  );
  expect(parseSavedAccessPoints({ favorites: [item('a'), { id: 7, name: 'x' }, null], recent: 'b' })).toEqual(
    {
      favorites: [item('a')],
      recent: [],
    },
  );
});
