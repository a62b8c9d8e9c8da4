/**
 * The form of a token in a header (RFC 6750, 2.1). A shorter one is no secret but a name that a test server gave it, such
 * as "1" or "admin"; removing it would spoil the document. Tokens from Globus are far longer: RFC 6749, 10.10, requires 128
 * random bits, or 22 characters.
 */
const SECRET = /^[\w.~+/-]{20,}=*$/;

/** An ID is no secret either, and documents are full of IDs. */
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The characters of a token and of its encoded forms, by character code. */
const IS_WRITTEN = Array.from({ length: 128 }, (_, code) => /[\w.~+/=\\%-]/.test(String.fromCharCode(code)));

interface Search {
  /** Only a word of at least this length can hold a token. Most texts have hardly any, which makes the search fast. */
  minLength: number;
  tokens: RegExp;
}

let last: { secrets: string; search: Search | null } = { secrets: '', search: null };

/**
 * Replaces tokens in a text by `[token]`, in linear time: as they are, with any of their characters escaped as in JSON or
 * in a URL (also repeatedly), and inside of a Base64 text. At the ends of a Base64 text, up to four characters stay.
 *
 * @param secrets the tokens; those that are too short to be secret, or an ID, stay
 */
export function removeSecrets(text: string, secrets: readonly string[]): string {
  const all = secrets.join(' ');
  if (last.secrets !== all) last = { secrets: all, search: searchFor(secrets) };
  const { search } = last;
  if (!search) return text;
  const { minLength, tokens } = search;
  return replaceWords(text, minLength, (word) => word.replace(tokens, '[token]'));
}

/**
 * Replaces the words of at least some length. Not with a regular expression: on a word of some megabytes, one that
 * repeats a character class takes far more than linear time, and throws when its stack is full.
 */
function replaceWords(text: string, minLength: number, replace: (word: string) => string): string {
  const parts: string[] = [];
  let copiedTo = 0;
  let start = 0;
  for (let end = 0; end <= text.length; end += 1) {
    // Past the end, the code is NaN.
    if (IS_WRITTEN[text.charCodeAt(end)]) continue;
    if (end - start >= minLength) {
      parts.push(text.slice(copiedTo, start), replace(text.slice(start, end)));
      copiedTo = end;
    }
    start = end + 1;
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(copiedTo);
}

function searchFor(secrets: readonly string[]): Search | null {
  // The longest first, because one token may be the beginning of another.
  const actual = secrets
    .filter((secret) => SECRET.test(secret) && !ID.test(secret))
    .sort((a, b) => b.length - a.length);
  const shortest = actual.at(-1)?.length;
  if (shortest === undefined) return null;
  const forms = actual.flatMap((secret) => [
    Array.from(secret, characterPattern).join(''),
    ...base64Patterns(secret),
  ]);
  return {
    minLength: shortest,
    tokens: new RegExp(forms.join('|'), 'g'),
  };
}

/** Matches a character as it is, and as `\u0041`, `%41`, `\/`, `\\u0041`, `%2541` and so on. */
function characterPattern(character: string): string {
  const code = character.charCodeAt(0).toString(16);
  const hex = code.replace(/[a-f]/, (digit) => `[${digit}${digit.toUpperCase()}]`);
  const plain = /\w/.test(character) ? character : String.raw`\\{0,8}[${character}]`;
  return String.raw`(?:${plain}|\\{1,8}u00${hex}|%(?:25){0,8}${hex})`;
}

/** Matches Base64 in both alphabets. What a secret becomes depends on its position modulo three in the encoded text. */
function base64Patterns(secret: string): string[] {
  return [0, 1, 2].map((offset) => {
    const encoded = btoa(' '.repeat(offset) + secret).replace(/=+$/, '');
    const isComplete = (offset + secret.length) % 3 === 0;
    // The first and the last character may also hold bits of what stands around the secret.
    const own = encoded.slice([0, 2, 3][offset], isComplete ? undefined : -1);
    return own.replace(/[+/]/g, (character) => (character === '+' ? '[+-]' : String.raw`(?:\\?/|_)`));
  });
}
