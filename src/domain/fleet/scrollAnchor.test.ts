import { expect, it } from 'vitest';
import { scrollAnchorShiftPx } from './scrollAnchor.ts';

const rows = (first: number, keys: string) =>
  [...keys].map((key, at) => ({
    key,
    index: first + at,
    start: (first + at) * 10,
    end: (first + at) * 10 + 10,
  }));

it.each<[string, ReturnType<typeof rows>, [number, number], Record<string, number>, number]>([
  ['two rows were added above', rows(5, 'abc'), [50, 80], { a: 70, b: 80, c: 90 }, 20],
  ['one row above was removed', rows(5, 'abc'), [50, 80], { a: 40, b: 50, c: 60 }, -10],
  ['nothing moved', rows(5, 'abc'), [50, 80], { a: 50, b: 60, c: 70 }, 0],
  ['the first visible row moved far away', rows(5, 'abc'), [50, 80], { a: 9000, b: 60, c: 70 }, 0],
  ['the first visible row was removed', rows(5, 'abc'), [50, 80], { b: 70, c: 80 }, 10],
  ['all rows were removed', rows(5, 'abc'), [50, 80], {}, 0],
  [
    'rows that are not visible do not count',
    rows(5, 'abcde'),
    [60, 70],
    { a: 0, b: 70, c: 0, d: 0, e: 0 },
    10,
  ],
  ['the start of the list is visible', rows(0, 'abc'), [5, 30], { a: 10, b: 20, c: 30 }, 0],
])('%s', (_name, before, [fromPx, toPx], now, shift) => {
  expect(scrollAnchorShiftPx(before, fromPx, toPx, (key) => now[String(key)])).toBe(shift);
});
