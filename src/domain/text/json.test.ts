import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indentJson } from './json.ts';

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
