// Texts that anybody may have written (labels, event details), made fit for a line of ours.

/** Marks that turn the direction of what stands around them (Unicode Bidirectional Algorithm, 2). */
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * A text as one line that can stand inside a sentence of ours: no line breaks, no control characters, nothing
 * that turns the writing direction, and cut.
 *
 * @param longest in characters, the cut's "…" included
 */
export function toSingleLine(text: string, longest: number): string {
  const line = text
    .replace(DIRECTION_MARKS, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  const characters = Array.from(line);
  return characters.length <= longest ? line : `${characters.slice(0, longest - 1).join('')}…`;
}

/** A text with its control characters made visible ("␛" for escape); line breaks and tabs stay what they are. */
export function showControlCharacters(text: string): string {
  return text.replace(/\p{Cc}/gu, (character) => {
    const code = character.charCodeAt(0);
    if (character === '\n' || character === '\t') return character;
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '\u2421' : '\ufffd';
  });
}
