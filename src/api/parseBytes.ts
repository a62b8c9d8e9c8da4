/**
 * An answer's text, and the document it is (undefined when it is no JSON).
 *
 * @param secret the token of the call: a server that repeats it must not bring it onto a page
 */
export function parseBytes(bytes: ArrayBuffer, secret: string): { text: string; document: unknown } {
  const text = new TextDecoder().decode(bytes).replaceAll(secret, '[token]');
  try {
    return { text, document: JSON.parse(text) };
  } catch {
    return { text, document: undefined };
  }
}
