import { toSingleLine } from '../../domain/text/plainText.ts';
import { type FieldError, parseFieldErrors } from './fieldErrors.ts';
import { getOwnProperty, toArray, toText } from './untrustedJson.ts';

/** The content of an error response, whatever its format. */
export interface ErrorDocument {
  /** The first one is the one to show. */
  codes: string[];
  detail: string | null;
  requestId: string | null;
  fieldErrors: FieldError[];
}

/**
 * Parses an error response of any of the formats in globus-api.md, "Errors". The body is untrusted: when it is null,
 * an HTML page or unknown JSON, the result is empty.
 */
export function parseErrorDocument(body: unknown): ErrorDocument {
  const errors = toArray(getOwnProperty(body, 'errors'));
  const fieldErrors = parseFieldErrors(body);
  return {
    codes: [...errors, body].flatMap((holder) => toText(getOwnProperty(holder, 'code')) ?? []),
    detail:
      joinSentences(
        errors.map(
          (error) => toText(getOwnProperty(error, 'detail')) ?? toText(getOwnProperty(error, 'title')),
        ),
      ) ??
      // GCS has both: its `detail` says more than its `message`, but may be an object.
      toText(getOwnProperty(body, 'detail')) ??
      toText(getOwnProperty(body, 'message')) ??
      joinSentences(fieldErrors.map(({ path, message }) => `${path.at(-1) ?? 'request'}: ${message}`)),
    requestId: extractRequestId(body),
    fieldErrors,
  };
}

/** Returns the request ID from a response of any format, successful or not; support needs it. */
export function extractRequestId(body: unknown): string | null {
  // At the root, as documented; some services put it into an error.
  for (const holder of [body, ...toArray(getOwnProperty(body, 'errors'))]) {
    const id =
      toText(getOwnProperty(getOwnProperty(holder, 'meta'), 'request_id')) ??
      toText(getOwnProperty(holder, 'request_id'));
    // One line: people paste it into emails and chats.
    if (id !== null) return toSingleLine(id, 200);
  }
  return null;
}

function joinSentences(sentences: (string | null)[]): string | null {
  return toText(sentences.filter((sentence) => sentence !== null).join(' '));
}
