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
  ['two rows came above', rows(5, 'abc'), [50, 80], { a: 70, b: 80, c: 90 }, 20],
  ['one above is gone', rows(5, 'abc'), [50, 80], { a: 40, b: 50, c: 60 }, -10],
  ['nothing happened', rows(5, 'abc'), [50, 80], { a: 50, b: 60, c: 70 }, 0],
  ['the first one in sight went far away', rows(5, 'abc'), [50, 80], { a: 9000, b: 60, c: 70 }, 0],
  ['the first one in sight is gone', rows(5, 'abc'), [50, 80], { b: 70, c: 80 }, 10],
  ['all of them are gone', rows(5, 'abc'), [50, 80], {}, 0],
  ['what is not in sight has no say', rows(5, 'abcde'), [60, 70], { a: 0, b: 70, c: 0, d: 0, e: 0 }, 10],
  ['the beginning is in sight', rows(0, 'abc'), [5, 30], { a: 10, b: 20, c: 30 }, 0],
])('%s', (_name, before, [fromPx, toPx], now, shift) => {
  expect(scrollAnchorShiftPx(before, fromPx, toPx, (key) => now[String(key)])).toBe(shift);
});
