// Makes untrusted texts (labels, event details) safe to show inside a line of the page.

/** Characters that change the direction of the text around them (Unicode Bidirectional Algorithm, 2). */
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Returns a text as one line that fits inside a sentence: without line breaks, control characters and direction marks,
 * and not too long.
 *
 * @param maxLength in characters, including the "…" of a cut
 */
export function toSingleLine(text: string, maxLength: number): string {
  const line = text
    .replace(DIRECTION_MARKS, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  const characters = Array.from(line);
  return characters.length <= maxLength ? line : `${characters.slice(0, maxLength - 1).join('')}…`;
}

/** Returns a text's graphemes: what people see as one character, such as a letter with its accents. */
function graphemesOf(text: string): string[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Cuts a text between graphemes, so that no character loses its accents. The "…" of a cut counts as one. */
export function cutGraphemes(text: string, maxGraphemes: number): string {
  const graphemes = graphemesOf(text);
  return graphemes.length <= maxGraphemes ? text : `${graphemes.slice(0, maxGraphemes - 1).join('')}…`;
}

/** Returns how many characters a text takes in a URL's query. */
export function lengthInUrl(text: string): number {
  return new URLSearchParams([['', text]]).toString().length - 1;
}

/** Cuts a text between graphemes, so that it takes at most so many characters in a URL's query. */
export function cutForUrl(text: string, maxEncodedLength: number): string {
  if (lengthInUrl(text) <= maxEncodedLength) return text;
  let length = lengthInUrl('…');
  let cut = '';
  for (const grapheme of graphemesOf(text)) {
    length += lengthInUrl(grapheme);
    if (length > maxEncodedLength) break;
    cut += grapheme;
  }
  return `${cut}…`;
}

/** Makes the control characters of a text visible ("␛" for escape), except line breaks and tabs. */
export function showControlCharacters(text: string): string {
  return text.replace(/\p{Cc}/gu, (character) => {
    const code = character.charCodeAt(0);
    if (character === '\n' || character === '\t') return character;
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '\u2421' : '\ufffd';
  });
}
