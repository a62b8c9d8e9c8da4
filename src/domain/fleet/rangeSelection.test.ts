import { expect, it } from 'vitest';
import { idsBetween } from './rangeSelection.ts';

it.each([
  { about: 'downwards', ids: 'a b c d', from: 'b', to: 'd', between: 'b c d' },
  { about: 'upwards', ids: 'a b c d', from: 'c', to: 'a', between: 'a b c' },
  { about: 'to itself', ids: 'a b c d', from: 'b', to: 'b', between: 'b' },
  { about: 'without a start', ids: 'a b c d', from: null, to: 'c', between: 'c' },
  { about: 'from a row that is not shown', ids: 'a b c d', from: 'x', to: 'c', between: 'c' },
  { about: 'from a row in two groups', ids: 'a b c d a', from: 'a', to: 'd', between: 'd a' },
  { about: 'across a row in two groups', ids: 'a b c b d', from: 'a', to: 'd', between: 'a b c d' },
])('$about', ({ ids, from, to, between }) => {
  expect(idsBetween(ids.split(' '), from, to)).toEqual(between.split(' '));
});
