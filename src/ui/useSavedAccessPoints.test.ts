// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSavedAccessPoints } from './useSavedAccessPoints.ts';

const item = { id: 'a', name: 'A', organization: null };

test('whatever is stored can be parsed, and parses to itself again', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (stored) => {
      const saved = parseSavedAccessPoints(stored);
      expect(parseSavedAccessPoints(JSON.parse(JSON.stringify(saved)))).toEqual(saved);
    }),
  );
});

test('items that can’t be used are left out, and an unusable organization is unknown', () => {
  const favorites = [item, { id: 7, name: 'x' }, null, { ...item, id: 'b', organization: 3 }];
  expect(parseSavedAccessPoints({ favorites, recent: 'b' })).toEqual({
    favorites: [item, { ...item, id: 'b' }],
    recent: [],
  });
});
