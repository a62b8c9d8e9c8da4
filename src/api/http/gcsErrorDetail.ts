import {
  type AuthorizationParameters,
  NO_REQUIREMENTS,
} from '../../domain/sign-in/authorizationParameters.ts';
import { getOwnProperty, toArray, toText, toTexts } from './untrustedJson.ts';

/** Why a GCS Manager refused, where signing in doesn't help and its status says too little. */
export interface RefusalReason {
  /** The type of its `detail` document, without the version: "missing_required_role", ... */
  type: string;
  /** What it names: the roles, add-ons or user names. Untrusted texts. */
  values: string[];
}

/** The member of each `detail` document that the reader needs to know. */
const VALUES: Readonly<Record<string, (detail: unknown) => string[]>> = {
  missing_required_role: (detail) =>
    toArray(getOwnProperty(detail, 'roles')).flatMap((role) => toText(getOwnProperty(role, 'role')) ?? []),
  not_resource_owner: () => [],
  subscription_required: (detail) =>
    [getOwnProperty(detail, 'subscription_level'), ...toArray(getOwnProperty(detail, 'add_ons'))].flatMap(
      (name) => toText(name) ?? [],
    ),
  limit_exceeded: () => [],
  resource_conflict: () => [],
  invalid_user: (detail) => toTexts(getOwnProperty(detail, 'usernames')),
  id_not_in_identity_set: () => [],
  invalid_credential: () => [],
  credential_not_found: () => [],
};

/** Returns the `detail` document of a GCS Manager's error, and its type without the version; "" if there is none. */
export function typedDetail(body: unknown): { type: string; detail: unknown } {
  const detail = getOwnProperty(body, 'detail');
  return { type: toText(getOwnProperty(detail, 'DATA_TYPE'))?.split('#')[0] ?? '', detail };
}

/**
 * Returns why a GCS Manager refused (globus-api.md, "Errors").
 *
 * @returns null for any type of document that doesn't need words of its own, unknown ones included
 */
export function parseRefusalReason(body: unknown): RefusalReason | null {
  const { type, detail } = typedDetail(body);
  const values = Object.hasOwn(VALUES, type) ? VALUES[type]?.(detail) : undefined;
  return values ? { type, values } : null;
}

/** Returns what a GCS Manager requires of the sign-in; nothing for other errors. */
export function gcsRequirements(body: unknown): AuthorizationParameters {
  const { type, detail } = typedDetail(body);
  const texts = (name: string) => toTexts(getOwnProperty(detail, name));
  if (type === 'missing_required_scopes')
    return { ...NO_REQUIREMENTS, requiredScopes: texts('required_scopes') };
  if (type === 'not_from_allowed_domain')
    return { ...NO_REQUIREMENTS, requiredSingleDomain: texts('allowed_domains') };
  if (type !== 'authentication_timeout') return NO_REQUIREMENTS;
  return {
    ...NO_REQUIREMENTS,
    requiredIdentities: texts('identities'),
    requiredMfa: getOwnProperty(detail, 'require_mfa') === true,
    prompt: 'login',
  };
}
