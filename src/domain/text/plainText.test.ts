import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { cutForUrl, cutGraphemes, showControlCharacters, toSingleLine } from './plainText.ts';

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

describe('cutGraphemes', () => {
  it.each([
    ['short', 5, 'short'],
    ['longer', 5, 'long…'],
    ['e\u0301e\u0301e\u0301', 3, 'e\u0301e\u0301e\u0301'],
    ['e\u0301e\u0301e\u0301', 2, 'e\u0301…'],
    ['👩‍🚀👩‍🚀👩‍🚀', 2, '👩‍🚀…'],
  ])('%j at %i', (text, max, cut) => {
    expect(cutGraphemes(text, max)).toBe(cut);
  });
});

describe('cutForUrl', () => {
  it.each([
    ['a b', 3, 'a b'],
    ['م'.repeat(1600), 60, `${'م'.repeat(8)}…`],
    ['e\u0301'.repeat(3), 17, 'e\u0301…'],
    ['\ud800'.repeat(3), 20, '\ud800…'],
  ])('%j takes at most %i characters', (text, max, cut) => {
    expect(cutForUrl(text, max)).toBe(cut);
    expect(new URLSearchParams([['', cutForUrl(text, max)]]).toString().length - 1).toBeLessThanOrEqual(max);
  });
});
