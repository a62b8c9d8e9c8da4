/**
 * A shorter token is no secret but a name that a test server gave it, such as "1" or "admin"; removing it would
 * spoil the document. Tokens from Globus are far longer: RFC 6749, 10.10, requires 128 random bits, or 22 characters.
 */
const MIN_SECRET_LENGTH = 20;

/** An ID is no secret either, and documents are full of IDs. */
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * An ID that is a number of 16 or more digits. Above 2^53, different numbers become the same one in JavaScript, so
 * these IDs are read as texts. Inside a text, the quotation marks would be escaped.
 */
const LONG_NUMERIC_ID = /("id"\s*:\s*)(\d{16,})(?=\s*[,}])/g;

/**
 * Decodes a response; returns its text, and the JSON document in it (undefined when it isn't JSON).
 *
 * @param token the token that was sent; it is removed from the text, in case the server echoes it
 */
export function parseBody(bytes: ArrayBuffer, token: string): { text: string; document: unknown } {
  const received = new TextDecoder().decode(bytes);
  const isSecret = token.length >= MIN_SECRET_LENGTH && !ID.test(token);
  const text = isSecret ? received.replaceAll(token, '[token]') : received;
  try {
    return { text, document: JSON.parse(text.replace(LONG_NUMERIC_ID, '$1"$2"')) };
  } catch {
    return { text, document: undefined };
  }
}
