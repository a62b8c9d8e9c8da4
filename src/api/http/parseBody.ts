/**
 * Shorter ones are no secrets but a stand-in's names for people, and taking such a word out of a document would
 * spoil it: every "1", every "admin". Globus' tokens are far longer (RFC 6749, 10.10, wants 128 random bits: 22
 * characters).
 */
const SHORTEST_SECRET = 20;

/** Nor is an id a secret, and a document is full of ids. */
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * An answer's text, and the document it is (undefined when it is no JSON).
 *
 * @param token the call's: a server that repeats it must not bring it onto a page
 */
export function parseBody(bytes: ArrayBuffer, token: string): { text: string; document: unknown } {
  const whole = new TextDecoder().decode(bytes);
  const isSecret = token.length >= SHORTEST_SECRET && !ID.test(token);
  const text = isSecret ? whole.replaceAll(token, '[token]') : whole;
  try {
    return { text, document: JSON.parse(text) };
  } catch {
    return { text, document: undefined };
  }
}
