import { entries, property, text } from './untrusted.ts';

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
export function readErrorDocument(body: unknown): ErrorDocument {
  const errors = entries(property(body, 'errors'));
  const fieldErrors = entries(property(body, 'detail')).flatMap(readFieldError);
  return {
    codes: [...errors, body].flatMap((holder) => text(property(holder, 'code')) ?? []),
    detail:
      joined(errors.map((error) => text(property(error, 'detail')) ?? text(property(error, 'title')))) ??
      // GCS has both: its `detail` is the longer story, and may be an object.
      text(property(body, 'detail')) ??
      text(property(body, 'message')) ??
      joined(fieldErrors.map(({ path, message }) => `${path.at(-1) ?? 'request'}: ${message}`)),
    requestId: readRequestId(body),
    fieldErrors,
  };
}

/** Globus' id of a request, for support; of every form of answer, good and bad. */
export function readRequestId(body: unknown): string | null {
  // The root's own, as documented; else one that an error bears.
  for (const holder of [body, ...entries(property(body, 'errors'))]) {
    const id = text(property(property(holder, 'meta'), 'request_id')) ?? text(property(holder, 'request_id'));
    if (id !== null) return id;
  }
  return null;
}

function readFieldError(item: unknown): FieldError[] {
  const message = text(property(item, 'msg'));
  if (message === null) return [];
  const path = entries(property(item, 'loc')).flatMap((step) =>
    typeof step === 'number' ? String(step) : (text(step) ?? []),
  );
  return [{ path, message }];
}

function joined(sentences: (string | null)[]): string | null {
  return text(sentences.filter((sentence) => sentence !== null).join(' '));
}
