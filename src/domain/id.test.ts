import { expect, test } from 'vitest';
import { findIds, shortId } from './id.ts';

const A = 'a1b2c3d4-0000-4000-8000-00000000009f';
const B = 'ffffffff-1111-4222-8333-444444444444';

test.each([
  [A, 'a1b2c3…009f'],
  ['short', 'short'],
  ['exactly12chr', 'exactly12chr'],
  ['', ''],
])('shortId(%j) is %j', (id, short) => {
  expect(shortId(id)).toBe(short);
});

test.each([
  [A, [A]],
  [`  ${A.toUpperCase()} \n`, [A]],
  [`https://app.example/streams/tunnels/${A}/events?x=${B}#t`, [A, B]],
  [`My tunnel "${B}", not ${A}; again ${B.toUpperCase()}.`, [B, A]],
  [`<${A}>`, [A]],
  ['nothing here', []],
  [`f${A}`, []],
  [`${A}0`, []],
])('findIds(%j)', (text, ids) => {
  expect(findIds(text)).toEqual(ids);
});
