import { ApiError } from '../../api/http/errors.ts';

/**
 * The server's complaints about the fields of a form.
 *
 * @param names the attributes that the form has a field for
 * @returns what each field is to say, by its attribute, and whether that was all of it
 */
export function fieldErrorMessages(
  error: unknown,
  names: readonly string[],
): { messages: Readonly<Record<string, string>>; isComplete: boolean } {
  const complaints = error instanceof ApiError ? error.fieldErrors : [];
  const pinned = complaints.filter(({ path }) => names.includes(path.at(-1) ?? ''));
  return {
    // When the server reports several errors for a field, the first one counts.
    messages: Object.fromEntries(
      pinned
        .toReversed()
        .map(({ path, message }) => [path.at(-1), `This value was rejected. Globus says: “${message}”`]),
    ),
    isComplete: pinned.length > 0 && pinned.length === complaints.length,
  };
}
