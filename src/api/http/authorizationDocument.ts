import {
  type AuthorizationParameters,
  hasRequirements,
} from '../../domain/sign-in/authorizationParameters.ts';
import { allowedScopes } from '../../domain/sign-in/scopes.ts';
import { cutGraphemes } from '../../domain/text/plainText.ts';
import { gcsRequirements } from './gcsErrorDetail.ts';
import { getOwnProperty, toArray, toText, toTexts } from './untrustedJson.ts';

const MAX_MESSAGE_GRAPHEMES = 300;

/**
 * Returns the sign-in requirements of an error response (globus-api.md, "Step-up" and "Errors"). They are at the root,
 * in an item of `errors`, in such an item's `meta`, or in the `detail` document of a GCS Manager. Missing scopes may also
 * be there without `authorization_parameters` around them; they count for a 401 or 403 of any code, and otherwise for
 * ConsentRequired.
 *
 * @param endpointId the endpoint whose GCS Manager responded; null for Transfer, which passes on what any site requires
 * @returns null when the response requires nothing, or nothing readable
 */
export function parseAuthorizationParameters(
  body: unknown,
  status: number,
  endpointId: string | null,
): AuthorizationParameters | null {
  const items = toArray(getOwnProperty(body, 'errors'));
  const holders = [body, ...items, ...items.map((item) => getOwnProperty(item, 'meta'))];
  const candidates = [
    ...holders.map((holder) => parametersIn(getOwnProperty(holder, 'authorization_parameters'))),
    gcsRequirements(body),
    { ...parametersIn(null), requiredScopes: bareScopes(holders, status) },
  ].map((candidate) => ({
    ...candidate,
    requiredScopes: allowedScopes(candidate.requiredScopes, endpointId === null ? null : [endpointId]),
  }));
  // The root may have all members, empty, while an item has the requirements.
  const first = candidates.find(hasRequirements);
  const message =
    first?.message ?? candidates.find((candidate) => candidate.message !== null)?.message ?? null;
  // A message alone asks for a new sign-in.
  if (!first) return message === null ? null : { ...parametersIn(null), message };
  const isWithoutScopes = first.requiredScopes.length === 0;
  const requiredScopes = isWithoutScopes ? (candidates.at(-1)?.requiredScopes ?? []) : first.requiredScopes;
  return { ...first, message, requiredScopes };
}

function parametersIn(value: unknown): AuthorizationParameters {
  const message = toText(getOwnProperty(value, 'session_message'));
  return {
    message: message && cutGraphemes(message, MAX_MESSAGE_GRAPHEMES),
    requiredIdentities: toTexts(getOwnProperty(value, 'session_required_identities')),
    requiredPolicies: toTexts(getOwnProperty(value, 'session_required_policies')),
    requiredSingleDomain: toTexts(getOwnProperty(value, 'session_required_single_domain')),
    requiredMfa: isTrue(getOwnProperty(value, 'session_required_mfa')),
    requiredScopes: scopesIn(value),
    prompt: getOwnProperty(value, 'prompt') === 'login' ? 'login' : null,
  };
}

/** Returns the scopes of a missing consent that aren't inside of `authorization_parameters`. */
function bareScopes(holders: readonly unknown[], status: number): string[] {
  const isAboutConsent =
    [401, 403].includes(status) ||
    holders.some(
      (holder) =>
        getOwnProperty(holder, 'code') === 'ConsentRequired' ||
        getOwnProperty(holder, 'unapproved_scopes') !== undefined,
    );
  return isAboutConsent ? (holders.map(scopesIn).find(({ length }) => length > 0) ?? []) : [];
}

/**
 * Returns the scopes of a list or a text; each may nest others in brackets. Older services send `required_scope`, a single
 * one, and the oldest errors of Auth `unapproved_scopes`.
 */
function scopesIn(holder: unknown): string[] {
  const values = ['required_scopes', 'required_scope', 'unapproved_scopes'].flatMap((name) => {
    const value = getOwnProperty(holder, name);
    return typeof value === 'string' ? [value] : toArray(value);
  });
  return values.filter((value) => typeof value === 'string');
}

function isTrue(value: unknown): boolean {
  return value === true || toText(value)?.toLowerCase() === 'true';
}
