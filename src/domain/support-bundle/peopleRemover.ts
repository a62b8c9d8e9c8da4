/** Longer texts are no names, and would make a pattern that takes long to compile. */
const MAX_NAME_LENGTH = 200;

/** Matches only where a word begins. Trying at every letter would take seconds on a long text. */
const EMAIL = /(?<![^\s@<>"'(),;:])[^\s@<>"'(),;:]+(?:@|%40|&#64;|&#x40;|&commat;|\\u0040)[^\s@<>"'(),;:]+/gi;

/** What stands between the words of a name, plain or encoded. */
const BETWEEN_WORDS = '(?:[\\s,._+-]|%20|%2C|&nbsp;|&#32;|&#44;|\\\\u0020|\\\\u00a0){1,4}';

/**
 * Returns a function that removes email addresses and these names from a text: in any case, composed or decomposed (Unicode NFC, NFD), as
 * "Last, First", and escaped as in a URL, HTML or JSON.
 */
export function peopleRemover(names: readonly (string | null | undefined)[]): (text: string) => string {
  // Names of one or two letters also occur inside ordinary words.
  const usable = names.filter((name) => name != null && name.trim().length > 2) as string[];
  const longestFirst = [...new Set(usable.map((name) => name.trim().slice(0, MAX_NAME_LENGTH)))].sort(
    (a, b) => b.length - a.length,
  );
  const patterns = longestFirst.map((name) => new RegExp(namePattern(name), 'giu'));
  return (text) =>
    patterns.reduce(
      (rest, pattern) => rest.replace(pattern, '[name removed]'),
      text.replace(EMAIL, '[email removed]'),
    );
}

function namePattern(name: string): string {
  const words = name
    .normalize('NFC')
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(wordPattern);
  const [first = '', ...others] = words;
  const last = others.at(-1);
  const orders = [words];
  if (last !== undefined) orders.push([last, first, ...others.slice(0, -1)], words.toReversed());
  return orders.map((order) => order.join(BETWEEN_WORDS)).join('|');
}

const wordPattern = (word: string) => Array.from(word, letterPattern).join('');

function letterPattern(letter: string): string {
  const decomposed = Array.from(letter.normalize('NFD'));
  const composed = characterPattern(letter);
  return decomposed.length === 1 ? composed : `(?:${composed}|${decomposed.map(characterPattern).join('')})`;
}

/** Matches a character in either case, as it is or escaped. The flags of the pattern ignore the case of the escape. */
function characterPattern(character: string): string {
  const cases = new Set([character, character.toLowerCase(), character.toUpperCase()]);
  const forms = [...cases].flatMap((form) => {
    const code = form.codePointAt(0) ?? 0;
    const utf16 = Array.from({ length: form.length }, (_, at) => hex(form.charCodeAt(at), 4));
    const utf8 = Array.from(new TextEncoder().encode(form), (byte) => `%${hex(byte, 2)}`);
    return [
      form.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'),
      utf16.map((unit) => `\\\\u${unit}`).join(''),
      utf8.join(''),
      `&#0*${code};`,
      `&#x0*${hex(code, 1)};`,
    ];
  });
  return `(?:${forms.join('|')})`;
}

const hex = (number: number, digits: number) => number.toString(16).padStart(digits, '0');
