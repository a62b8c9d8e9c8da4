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
])('oneLine(%j, %i)', (text, longest, line) => {
  expect(toSingleLine(text, longest)).toBe(line);
});

test('one line holds no line break, no control character, and is never too long', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 50 }), (text, longest) => {
      const line = toSingleLine(text, longest);
      expect(Array.from(line).length).toBeLessThanOrEqual(longest);
      expect(line).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
    }),
  );
});

test('control characters are made visible; line breaks and tabs stay', () => {
  expect(showControlCharacters('a\u0000\u001b[0m\u007f\u0085\n\tb')).toBe('a␀␛[0m␡\ufffd\n\tb');
});
