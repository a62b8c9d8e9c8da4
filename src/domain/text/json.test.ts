import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indentJson, isNestedDeeper } from './json.ts';
import { growthOfTime, LINEAR_GROWTH } from './linearTimeForTests.ts';

test('looks like JSON.stringify with an indent of two', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(indentJson(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
      expect(indentJson(JSON.stringify(value, null, 7))).toBe(JSON.stringify(value, null, 2));
    }),
  );
});

test('keeps what a parser would lose', () => {
  expect(indentJson('{"id":12345678901234567890,"a":1.0,"a":"\\u00e9"}')).toBe(
    '{\n  "id": 12345678901234567890,\n  "a": 1.0,\n  "a": "\\u00e9"\n}',
  );
});

test.each([
  ['[[1]]', 2],
  ['{"a":[{"b":"[[["}]}', 3],
  ['"[[[" [', 1],
  ['"\\"[[[', 0],
])('%s is nested %i levels deep', (text, depth) => {
  expect(isNestedDeeper(text, depth)).toBe(false);
  expect(isNestedDeeper(text, depth - 1)).toBe(true);
});

test.each<[string, (size: number) => string]>([
  ['an unbalanced string', (size) => `{"a":"${'\\"'.repeat(size)}`],
  ['brackets that never close', (size) => '['.repeat(size)],
  ['nested lists', (size) => '['.repeat(size) + ']'.repeat(size)],
  ['nested objects', (size) => '{"a":'.repeat(size) + '}'.repeat(size)],
  ['white space', (size) => `[${' '.repeat(size)}1`],
])('%s: indented in linear time', (_name, textOfSize) => {
  expect(growthOfTime(textOfSize, indentJson)).toBeLessThan(LINEAR_GROWTH);
});
