import { removeSecrets } from '../../domain/text/secrets.ts';

/**
 * An ID that is a number of 16 or more digits. Above 2^53, different numbers become the same one in JavaScript, so
 * these IDs are read as texts. Inside a text, the quotation marks would be escaped.
 */
const LONG_NUMERIC_ID = /("id"\s*:\s*)(\d{16,})(?=\s*[,}])/g;

/**
 * Decodes a response; returns its text, and the JSON document in it (undefined when it isn't JSON).
 *
 * @param secrets the tokens of the session; they are removed from the text, in case the server echoes one
 */
export function parseBody(
  bytes: ArrayBuffer,
  secrets: readonly string[],
): { text: string; document: unknown } {
  const text = removeSecrets(new TextDecoder().decode(bytes), secrets);
  try {
    return { text, document: JSON.parse(text.replace(LONG_NUMERIC_ID, '$1"$2"')) };
  } catch {
    return { text, document: undefined };
  }
}
