import { getOwnProperty, toArray, toText } from './untrustedJson.ts';

/** One field of a request that the server did not like. */
export interface FieldError {
  /** Where it stands in the request's document, such as ["body", "data", "attributes", "label"]. */
  path: string[];
  message: string;
}

/** What an error answer says, whatever its form. */
export interface ErrorDocument {
  /** The first one is the one to show. */
  codes: string[];
  detail: string | null;
  requestId: string | null;
  fieldErrors: FieldError[];
}

/**
 * Reads the five forms an error comes in (globus-api.md, "Errors"). Nothing about the body is taken for granted:
 * it may be null, a page of HTML or JSON of another form, and then says nothing.
 */
export function parseErrorDocument(body: unknown): ErrorDocument {
  const errors = toArray(getOwnProperty(body, 'errors'));
  const fieldErrors = toArray(getOwnProperty(body, 'detail')).flatMap(readFieldError);
  return {
    codes: [...errors, body].flatMap((holder) => toText(getOwnProperty(holder, 'code')) ?? []),
    detail:
      joined(
        errors.map(
          (error) => toText(getOwnProperty(error, 'detail')) ?? toText(getOwnProperty(error, 'title')),
        ),
      ) ??
      // GCS has both: its `detail` is the longer story, and may be an object.
      toText(getOwnProperty(body, 'detail')) ??
      toText(getOwnProperty(body, 'message')) ??
      joined(fieldErrors.map(({ path, message }) => `${path.at(-1) ?? 'request'}: ${message}`)),
    requestId: extractRequestId(body),
    fieldErrors,
  };
}

/** Globus' id of a request, for support; of every form of answer, good and bad. */
export function extractRequestId(body: unknown): string | null {
  // The root's own, as documented; else one that an error bears.
  for (const holder of [body, ...toArray(getOwnProperty(body, 'errors'))]) {
    const id =
      toText(getOwnProperty(getOwnProperty(holder, 'meta'), 'request_id')) ??
      toText(getOwnProperty(holder, 'request_id'));
    if (id !== null) return id;
  }
  return null;
}

function readFieldError(item: unknown): FieldError[] {
  const message = toText(getOwnProperty(item, 'msg'));
  if (message === null) return [];
  const path = toArray(getOwnProperty(item, 'loc')).flatMap((step) =>
    typeof step === 'number' ? String(step) : (toText(step) ?? []),
  );
  return [{ path, message }];
}

function joined(sentences: (string | null)[]): string | null {
  return toText(sentences.filter((sentence) => sentence !== null).join(' '));
}
