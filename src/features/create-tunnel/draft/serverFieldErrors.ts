import type { FieldErrors, FieldName } from './parseDraft.ts';

/** One complaint of the server, as ApiError.fieldErrors holds them. */
interface ServerFieldError {
  path: readonly string[];
  message: string;
}

/** The wizard's fields by their place in the request (globus-api.md, "Transfer v2", create body). */
const FIELDS: Readonly<Record<string, FieldName>> = {
  'attributes.label': 'label',
  'attributes.lifetime_mins': 'lifetime',
  'attributes.restartable': 'restartable',
  'attributes.listener_ip_address': 'listenerHost',
  'attributes.listener_port': 'listenerPort',
  'relationships.initiator': 'initiator',
  'relationships.listener': 'listener',
};

/**
 * Sorts the server's complaints to the fields they are about.
 *
 * @returns what each field is to say, and whether that was all of it
 */
export function mapFieldErrors(complaints: readonly ServerFieldError[]): {
  errors: FieldErrors;
  isComplete: boolean;
} {
  const errors: FieldErrors = {};
  let complete = complaints.length > 0;
  for (const { path, message } of complaints) {
    const field = fieldAt(path);
    if (field === null) complete = false;
    // Globus may have more than one complaint about a field: the first is the one to read.
    else errors[field] ??= `Globus did not accept this: ${message}`;
  }
  return { errors, isComplete: complete };
}

function fieldAt(path: readonly string[]): FieldName | null {
  const at = path.findIndex((part) => part === 'attributes' || part === 'relationships');
  if (at < 0) return null;
  const place = path.slice(at, at + 2).join('.');
  return Object.hasOwn(FIELDS, place) ? (FIELDS[place] ?? null) : null;
}
