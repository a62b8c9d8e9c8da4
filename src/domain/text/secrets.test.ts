import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { growthOfTime, LINEAR_GROWTH } from './linearTimeForTests.ts';
import { removeSecrets } from './secrets.ts';

const TOKEN = 'AgkWa3p9QzVb1Xy7/Tn2-Lw8_~.Kq==';
const ID = '0f5b62b5-11bd-4a25-8f6c-3a4c4b2a5d6e';

const codes = (text: string, write: (hex: string) => string) =>
  Array.from(text, (character) => write(character.charCodeAt(0).toString(16))).join('');

describe('a token is removed', () => {
  it.each([
    ['as it is', TOKEN],
    ['escaped as in JSON', codes(TOKEN, (hex) => `\\u00${hex}`)],
    ['escaped in capitals', codes(TOKEN, (hex) => `\\u00${hex.toUpperCase()}`)],
    ['with a single character escaped', TOKEN.replace('a', '\\u0061')],
    ['with escaped slashes', TOKEN.replaceAll('/', '\\/')],
    ['from JSON inside of JSON', codes(TOKEN, (hex) => `\\\\\\u00${hex}`)],
    ['encoded for a URL', encodeURIComponent(TOKEN)],
    ['encoded for a URL, every character', codes(TOKEN, (hex) => `%${hex}`)],
    ['encoded for a URL twice', encodeURIComponent(encodeURIComponent(TOKEN))],
  ])('%s', (_how, written) => {
    expect(removeSecrets(`before "${written}", after`, [TOKEN])).toBe('before "[token]", after');
    expect(removeSecrets(`Bearer%20${written}&x`, [TOKEN])).toBe('Bearer%20[token]&x');
  });

  it('wherever it stands in a Base64 text, in both alphabets', () => {
    const printable = fc.stringMatching(/^[ -~]{0,40}$/);
    const token = fc.stringMatching(/^[\w.~+/-]{20,60}={0,2}$/);
    fc.assert(
      fc.property(printable, token, printable, (before, secret, after) => {
        const encoded = Buffer.from(before + secret + after);
        for (const alphabet of ['base64', 'base64url'] as const) {
          const rest = removeSecrets(encoded.toString(alphabet), [secret]).split('[token]');
          expect(rest.length).toBeGreaterThan(1);
          const length = Math.ceil((8 * (before.length + after.length)) / 6);
          expect(rest.join('').replaceAll('=', '').length).toBeLessThanOrEqual(length + 4);
        }
      }),
    );
  });
});

test('every token of the session is removed, also one that begins with another', () => {
  const longer = `${TOKEN.replaceAll('=', '')}-and-more`;
  const tokens = [TOKEN.replaceAll('=', ''), longer, 'another-token-of-this-person'];
  expect(removeSecrets(`1 ${longer} 2 ${tokens[0]} 3 ${tokens[2]}`, tokens)).toBe(
    '1 [token] 2 [token] 3 [token]',
  );
});

test.each([
  ['a word', 'admin', 'created by admin'],
  ['an ID', ID, ID],
  ['another person’s token', TOKEN, 'BgkWa3p9QzVb1Xy7/Tn2-Lw8_~.Kq'],
  ['no token', '', 'a text of more than twenty characters'],
])('%s stays', (_name, secret, text) => {
  expect(removeSecrets(text, [secret])).toBe(text);
});

test.each<[string, (size: number) => string]>([
  ['a long word', (size) => 'A'.repeat(10 * size)],
  ['beginnings of the token', (size) => TOKEN.slice(0, -3).repeat(size)],
  ['backslashes', (size) => '\\'.repeat(10 * size)],
  ['percent signs', (size) => '%25'.repeat(10 * size)],
  ['short words', (size) => 'word, '.repeat(10 * size)],
  ['tokens', (size) => `${TOKEN} `.repeat(size)],
])('%s: read in linear time', (_name, textOfSize) => {
  expect(growthOfTime(textOfSize, (text) => removeSecrets(text, [TOKEN]))).toBeLessThan(LINEAR_GROWTH);
});

test('a word of ten million characters: no error, and the token at its end is removed', () => {
  const word = '%25'.repeat(3_400_000);
  expect(removeSecrets(word + TOKEN, [TOKEN])).toBe(`${word}[token]`);
});
