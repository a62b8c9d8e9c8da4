import { ApiError } from '../http/errors.ts';
import { type FormFields, type PinnedErrors, pinFieldErrors } from '../http/fieldErrors.ts';

/** A form's fields about a tunnel. */
export type TunnelField =
  | 'initiator'
  | 'listener'
  | 'label'
  | 'lifetime'
  | 'restartable'
  | 'listenerHost'
  | 'listenerPort';

/** By their position in the request (globus-api.md, "Transfer v2", create). */
const FIELDS: FormFields<TunnelField> = {
  'relationships.initiator': 'initiator',
  'relationships.listener': 'listener',
  'attributes.label': 'label',
  'attributes.lifetime_mins': 'lifetime',
  'attributes.restartable': 'restartable',
  'attributes.listener_ip_address': 'listenerHost',
  'attributes.listener_port': 'listenerPort',
};

/**
 * Returns what Globus rejected in a request about a tunnel, by field.
 *
 * @param error of any kind; only an ApiError has field errors
 * @param formFields the fields that the form has; an error about any other field makes the result incomplete
 */
export function tunnelFieldErrors(
  error: unknown,
  formFields: readonly TunnelField[] = Object.values(FIELDS),
): PinnedErrors<TunnelField> {
  const entries = Object.entries(FIELDS).filter(([, field]) => formFields.includes(field));
  const fieldErrors = error instanceof ApiError ? error.fieldErrors : [];
  return pinFieldErrors(fieldErrors, Object.fromEntries(entries));
}
