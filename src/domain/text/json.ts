/**
 * A JSON text laid out for reading. Only white space changes: numbers, escapes and the order of keys stay as they
 * were sent, which `JSON.stringify(JSON.parse(text))` does not promise.
 *
 * @param text valid JSON; anything else comes back with odd line breaks, and never throws
 */
export function indentJson(text: string): string {
  let depth = 0;
  const line = () => `\n${'  '.repeat(depth)}`;
  return text.replace(TOKEN, (token) => {
    if (/^\s/.test(token)) return '';
    if (/^[[{]\s*[\]}]$/.test(token)) return token.replace(/\s/g, '');
    if (token === '{' || token === '[') {
      depth += 1;
      return token + line();
    }
    if (token === '}' || token === ']') {
      depth = Math.max(0, depth - 1);
      return line() + token;
    }
    if (token === ',') return token + line();
    return token === ':' ? ': ' : token;
  });
}

/** A string as a whole, an empty pair of brackets, one mark, or white space. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[[{]\s*[\]}]|[[\]{},:]|\s+/gs;
