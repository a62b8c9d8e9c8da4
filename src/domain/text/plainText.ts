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

/** Makes the control characters of a text visible ("␛" for escape), except line breaks and tabs. */
export function showControlCharacters(text: string): string {
  return text.replace(/\p{Cc}/gu, (character) => {
    const code = character.charCodeAt(0);
    if (character === '\n' || character === '\t') return character;
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '\u2421' : '\ufffd';
  });
}
