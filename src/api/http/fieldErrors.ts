import { typedDetail } from './gcsErrorDetail.ts';
import { getOwnProperty, toArray, toText } from './untrustedJson.ts';

/** One field of a request that the server rejected. */
export interface FieldError {
  /** The field's position in the request document, such as ["body", "data", "attributes", "label"]. */
  path: string[];
  /** The server's own text. */
  message: string;
}

/**
 * The fields of a form, by their position in the request document: {"attributes.listener_port": "port"}. The position
 * may leave out the segments that enclose it, such as "body" and "data".
 */
export type FormFields<TField extends string> = Readonly<Record<string, TField>>;

/** The server's field errors, sorted to the fields of a form. */
export interface PinnedErrors<TField extends string> {
  /** All messages for each rejected field. */
  messages: Partial<Record<TField, string>>;
  /** What the form has no field for, one text each. */
  others: string[];
  /** Whether the server reported field errors and every one of them has a field; if not, show the error as a whole. */
  isComplete: boolean;
}

/**
 * Returns the field errors of a rejected request (globus-api.md, "Errors", validation). Each service's format is one
 * entry of {@link PARSERS}.
 *
 * @param body the parsed response; anything that isn't a list of field errors has none
 */
export function parseFieldErrors(body: unknown): FieldError[] {
  return PARSERS.flatMap((parse) => parse(body));
}

const PARSERS: readonly ((body: unknown) => FieldError[])[] = [parseTransferErrors, parseGcsFieldErrors];

/** Transfer: `{"detail": [{"loc": ["body", "data", "attributes", "label"], "msg": "...", "type": "..."}]}`. */
function parseTransferErrors(body: unknown): FieldError[] {
  return toArray(getOwnProperty(body, 'detail')).flatMap((item) => {
    const message = toText(getOwnProperty(item, 'msg'));
    return message === null ? [] : [{ path: toPath(getOwnProperty(item, 'loc')), message }];
  });
}

/** GCS Manager: `{"detail": {"DATA_TYPE": "invalid_input#1.0.0", "errors": [{"property": "lan_name", "message": "..."}]}}`. */
function parseGcsFieldErrors(body: unknown): FieldError[] {
  const { type, detail } = typedDetail(body);
  if (type !== 'invalid_input') return [];
  return toArray(getOwnProperty(detail, 'errors')).flatMap((item) => {
    const message = toText(getOwnProperty(item, 'message'));
    const property = toText(getOwnProperty(item, 'property')) ?? '';
    return message === null ? [] : [{ path: property.match(/[^./[\]]+/g) ?? [], message }];
  });
}

function toPath(location: unknown): string[] {
  return toArray(location).flatMap((segment) =>
    typeof segment === 'number' ? String(segment) : (toText(segment) ?? []),
  );
}

/**
 * Sorts the server's field errors to the fields of a form.
 *
 * A path may continue below the field, because validators name the variant they tried: [..., "listener_port", "int"].
 * When the server reports several errors for a field, the field gets all of them.
 *
 * @param fieldErrors those of an ApiError
 */
export function pinFieldErrors<TField extends string>(
  fieldErrors: readonly FieldError[],
  fields: FormFields<TField>,
): PinnedErrors<TField> {
  const messages: Partial<Record<TField, string>> = {};
  const others: string[] = [];
  for (const { path, message } of fieldErrors) {
    const field = findField(path, fields);
    const before = field === null ? undefined : messages[field];
    if (field === null) others.push(`${path.at(-1) ?? 'Request'}: Globus says: “${message}”`);
    else if (!before?.includes(`“${message}”`))
      messages[field] = before === undefined ? `Globus says: “${message}”` : `${before} “${message}”`;
  }
  return {
    messages,
    others: [...new Set(others)],
    isComplete: fieldErrors.length > 0 && others.length === 0,
  };
}

function findField<TField extends string>(
  path: readonly string[],
  fields: FormFields<TField>,
): TField | null {
  for (const [position, field] of Object.entries(fields)) {
    const segments = position.split('.');
    if (path.some((_, start) => segments.every((segment, at) => path[start + at] === segment))) return field;
  }
  return null;
}
