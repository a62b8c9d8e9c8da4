import fc from 'fast-check';
import { expect, test } from 'vitest';
import { showControlCharacters, toSingleLine } from './plainText.ts';

test.each([
  [' a\r\n\tb ', 9, 'a b'],
  ['\u202egnp.exe\u202c', 20, 'gnp.exe'],
  ['\u0000\u001b[31mred', 20, '[31mred'],
  ['👩‍🔬'.repeat(9), 4, '👩‍🔬…'],
  ['x'.repeat(10_000), 5, 'xxxx…'],
  ['שלום', 10, 'שלום'],
])('toSingleLine(%j, %i)', (text, maxLength, line) => {
  expect(toSingleLine(text, maxLength)).toBe(line);
});

test('a single line has no line break and no control character, and is never too long', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 50 }), (text, maxLength) => {
      const line = toSingleLine(text, maxLength);
      expect(Array.from(line).length).toBeLessThanOrEqual(maxLength);
      expect(line).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
    }),
  );
});

test('control characters are made visible; line breaks and tabs stay', () => {
  expect(showControlCharacters('a\u0000\u001b[0m\u007f\u0085\n\tb')).toBe('a␀␛[0m␡\ufffd\n\tb');
});
