/**
 * Indents a JSON text for reading. Only white space changes. Numbers, escapes and the order of keys stay as they were
 * sent, which `JSON.stringify(JSON.parse(text))` doesn't guarantee.
 *
 * @param text valid JSON; anything else comes back with odd line breaks, but never throws
 */
export function indentJson(text: string): string {
  let depth = 0;
  const lineBreak = () => `\n${'  '.repeat(depth)}`;
  return text.replace(TOKEN, (token) => {
    if (/^\s/.test(token)) return '';
    if (/^[[{]\s*[\]}]$/.test(token)) return token.replace(/\s/g, '');
    if (token === '{' || token === '[') {
      depth += 1;
      return token + lineBreak();
    }
    if (token === '}' || token === ']') {
      depth = Math.max(0, depth - 1);
      return lineBreak() + token;
    }
    if (token === ',') return token + lineBreak();
    return token === ':' ? ': ' : token;
  });
}

/** A string, an empty pair of brackets, a punctuation mark, or white space. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[[{]\s*[\]}]|[[\]{},:]|\s+/gs;
