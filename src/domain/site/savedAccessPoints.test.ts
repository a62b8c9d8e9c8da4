import { expect, test } from 'vitest';
import {
  listSavedAccessPoints,
  type SavedAccessPoint,
  type SavedAccessPoints,
  withFavorite,
  withRecent,
} from './savedAccessPoints.ts';

const item = (id: string, name = id): SavedAccessPoint => ({ id, name, organization: null });
const ids = (items: SavedAccessPoint[]) => items.map(({ id }) => id);
const EMPTY: SavedAccessPoints = { favorites: [], recent: [] };

test('favorites are sorted by name, without duplicates', () => {
  const saved = [item('2', 'Beta'), item('1', 'Alpha'), item('2', 'Beta, renamed')].reduce(
    (previous, favorite) => withFavorite(previous, favorite, true),
    EMPTY,
  );
  expect(saved.favorites.map(({ name }) => name)).toEqual(['Alpha', 'Beta, renamed']);
  expect(ids(withFavorite(saved, item('1'), false).favorites)).toEqual(['2']);
});

test('recent access points: the last used first, without duplicates, at most six', () => {
  const saved = withRecent(withRecent(EMPTY, [item('a'), item('b')]), [item('c'), item('b')]);
  expect(ids(saved.recent)).toEqual(['c', 'b', 'a']);
  expect(
    withRecent(
      saved,
      ['1', '2', '3', '4', '5'].map((id) => item(id)),
    ).recent,
  ).toHaveLength(6);
});

test('the list has a recently used favorite once', () => {
  const saved = withFavorite(withRecent(EMPTY, [item('a'), item('b')]), item('b'), true);
  expect(ids(listSavedAccessPoints(saved))).toEqual(['b', 'a']);
});
