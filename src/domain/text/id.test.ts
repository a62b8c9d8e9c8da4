import fc from 'fast-check';
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
  ['A1B2C3D4 - 0000 - 4000 - 8000 - 00000000009F', [A]],
  ['a1b2c3d4\u20110000\u20134000\u20148000\u221200000000009f', [A]],
  ['see a1b2c3d4-0000-4000-8000-000000\r\n> 00009f', []],
  ['add a1b2c3d4-0000-4000-8000-00000\n  000009f, please', [A]],
  ['id=3Da1b2c3d4-0000-40=\r\n00-8000-00000000009f', [A]],
  [`urn:uuid:${A.replaceAll('-', '')}`, [A]],
  [`${A.replaceAll('-', '')}00`, []],
])('findIds(%j)', (text, ids) => {
  expect(findIds(text)).toEqual(ids);
});

test('an ID is found whatever an email does around it or to it', () => {
  const prose = fc.array(
    fc.constantFrom('Dear support', ' 12:30 ', '<', '"', 'deadbeef ', 'é😀', '\u0000', '(id '),
    {
      maxLength: 5,
    },
  );
  const damage = fc.constantFrom<(id: string) => string>(
    (id) => id,
    (id) => id.toUpperCase(),
    (id) => `https://app.example/tunnels/${id}?x=1`,
    (id) => id.replaceAll('-', ' - '),
    (id) => id.replaceAll('-', '\u2013'),
    (id) => id.replaceAll('-', '-\n'),
    (id) => [...id].join('\u200b'),
    (id) => id.replaceAll('-', ''),
  );
  fc.assert(
    fc.property(fc.uuid(), damage, prose, prose, (id, damaged, before, after) => {
      expect(findIds(`${before.join('')}\n${damaged(id)} ${after.join('')}`)).toEqual([id]);
    }),
  );
});

test('no text takes too long or throws', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 2000 }), (text) => {
      findIds(text);
    }),
  );
  expect(findIds('a '.repeat(100_000))).toEqual([]);
  expect(findIds('a1b2c3d4-'.repeat(50_000))).toEqual([]);
});
