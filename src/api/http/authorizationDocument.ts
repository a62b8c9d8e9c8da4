import {
  type AuthorizationParameters,
  hasRequirements,
} from '../../domain/sign-in/authorizationParameters.ts';
import { splitScopes } from '../../session/tokens/scopes.ts';
import { getOwnProperty, toArray, toText } from './untrustedJson.ts';

/**
 * Returns the sign-in requirements of an error response (globus-api.md, "Step-up" and "Errors"). They are at the root,
 * in an item of `errors` or in such an item's `meta`. Missing scopes may also be there without
 * `authorization_parameters` around them; they count for a 401 or 403 of any code, and otherwise for ConsentRequired.
 *
 * @returns null when the response requires nothing, or nothing readable
 */
export function parseAuthorizationParameters(body: unknown, status: number): AuthorizationParameters | null {
  const items = toArray(getOwnProperty(body, 'errors'));
  const holders = [body, ...items, ...items.map((item) => getOwnProperty(item, 'meta'))];
  const candidates = holders.map((holder) =>
    parametersIn(getOwnProperty(holder, 'authorization_parameters')),
  );
  // The root may have all members, empty, while an item has the requirements. A message alone asks for a new sign-in.
  const parameters =
    candidates.find(hasRequirements) ??
    candidates.find(({ message }) => message !== null) ??
    parametersIn(null);
  const isAboutConsent =
    [401, 403].includes(status) ||
    holders.some((holder) => getOwnProperty(holder, 'code') === 'ConsentRequired');
  if (isAboutConsent && parameters.requiredScopes.length === 0)
    parameters.requiredScopes = holders.map(scopesIn).find(({ length }) => length > 0) ?? [];
  return hasRequirements(parameters) || parameters.message !== null ? parameters : null;
}

function parametersIn(value: unknown): AuthorizationParameters {
  return {
    message: toText(getOwnProperty(value, 'session_message')),
    requiredIdentities: texts(getOwnProperty(value, 'session_required_identities')),
    requiredPolicies: texts(getOwnProperty(value, 'session_required_policies')),
    requiredSingleDomain: texts(getOwnProperty(value, 'session_required_single_domain')),
    requiredMfa: isTrue(getOwnProperty(value, 'session_required_mfa')),
    requiredScopes: scopesIn(value),
    prompt: getOwnProperty(value, 'prompt') === 'login' ? 'login' : null,
  };
}

/** Parses a list that is an array or a comma-separated text. */
function texts(value: unknown): string[] {
  const list = typeof value === 'string' ? value.split(',') : toArray(value);
  return toArray(list).flatMap((entry) => toText(entry) ?? []);
}

/** Older services send `required_scope`, a single scope. */
function scopesIn(holder: unknown): string[] {
  return ['required_scopes', 'required_scope'].flatMap((name) => scopes(getOwnProperty(holder, name)));
}

/** Parses scopes from a list or a text; each may nest others in brackets. Never truncated: a part is another scope. */
function scopes(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.flatMap((entry) => (typeof entry === 'string' ? splitScopes(entry) : []));
}

function isTrue(value: unknown): boolean {
  return value === true || toText(value)?.toLowerCase() === 'true';
}
