/** Deeper levels are indented no further, so that the result can't grow with the square of the depth. */
const MAX_INDENTED_LEVELS = 30;

const LINE_BREAKS = Array.from({ length: MAX_INDENTED_LEVELS + 1 }, (_, level) => `\n${'  '.repeat(level)}`);

/**
 * Indents a JSON text for reading. Only white space changes. Numbers, escapes and the order of keys stay as they were
 * sent, which `JSON.stringify(JSON.parse(text))` doesn't guarantee.
 *
 * @param text valid JSON; anything else comes back with odd line breaks, but never throws
 */
export function indentJson(text: string): string {
  const pieces: string[] = [];
  let depth = 0;
  let previous = '';
  const lineBreak = () => LINE_BREAKS[Math.min(depth, MAX_INDENTED_LEVELS)] ?? '';
  for (const token of jsonTokens(text)) {
    if (isClosing(token)) {
      depth = Math.max(0, depth - 1);
      if (!isOpening(previous)) pieces.push(lineBreak());
    } else if (isOpening(previous) || previous === ',') pieces.push(lineBreak());
    if (isOpening(token)) depth += 1;
    pieces.push(token === ':' ? ': ' : token);
    previous = token;
  }
  return pieces.join('');
}

/** Returns whether brackets are nested deeper than this, without parsing. Brackets inside strings don't count. */
export function isNestedDeeper(text: string, maxDepth: number): boolean {
  let depth = 0;
  for (const token of jsonTokens(text)) {
    if (isOpening(token)) depth += 1;
    else if (isClosing(token)) depth -= 1;
    if (depth > maxDepth) return true;
  }
  return false;
}

const isOpening = (token: string) => token === '[' || token === '{';
const isClosing = (token: string) => token === ']' || token === '}';

const PUNCTUATION = '[]{},:';
const WHITE_SPACE = ' \t\n\r';
const END_OF_WORD = `${PUNCTUATION}${WHITE_SPACE}"`;

/**
 * Splits a text into strings, punctuation marks and other words, without the white space between them. It looks at each
 * character once. A regular expression would look for the end of an unbalanced string again from every quotation mark.
 */
function* jsonTokens(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    const start = at;
    const first = text.charAt(at);
    if (first === '"') at = endOfString(text, at);
    else if (WHITE_SPACE.includes(first) || PUNCTUATION.includes(first)) at += 1;
    else while (at < text.length && !END_OF_WORD.includes(text.charAt(at))) at += 1;
    if (!WHITE_SPACE.includes(first)) yield text.slice(start, at);
  }
}

/** Returns the position after the string that begins here, or the end of the text if the string never ends. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '"') return at + 1;
    if (character === '\\') at += 1;
  }
  return text.length;
}
