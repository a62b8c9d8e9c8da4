import {
  type AuthorizationParameters,
  requiresSession,
} from '../../domain/sign-in/authorizationParameters.ts';
import { cutForUrl, lengthInUrl } from '../../domain/text/plainText.ts';

/** Servers accept request lines of 8 kB. The message takes the smaller part, because everything else is needed. */
const MAX_MESSAGE_URL_LENGTH = 1500;
/** For all lists together. Fifty IDs fit. */
const MAX_LISTS_URL_LENGTH = 2500;

/**
 * Returns the extra query parameters of a step-up, in the format of Globus Auth (globus-api.md, "Step-up"): lists joined
 * with commas, and nothing for what isn't required. Items that would make the address too long are left out whole.
 *
 * Most refusals don't name a prompt. Without one, Globus Auth answers from the browser's Globus session, and the
 * requirement is never met. So every requirement of the session gets `prompt=login`, as in the Globus SDKs; a missing
 * consent doesn't need it.
 */
export function stepUpParameters(required: AuthorizationParameters): Record<string, string> {
  // Policies come first: all of them must be met, but only one of the domains or identities.
  const lists = {
    session_required_policies: required.requiredPolicies,
    session_required_single_domain: required.requiredSingleDomain,
    session_required_identities: required.requiredIdentities,
  };
  const parameters: Record<string, string> = {};
  let length = 0;
  for (const [name, values] of Object.entries(lists)) {
    const fitting = values.filter((value) => {
      const added = lengthInUrl(`${value},`);
      const fits = length + added <= MAX_LISTS_URL_LENGTH;
      if (fits) length += added;
      return fits;
    });
    if (fitting.length > 0) parameters[name] = fitting.join(',');
  }
  if (required.requiredMfa) parameters.session_required_mfa = 'true';
  if (required.message) parameters.session_message = cutForUrl(required.message, MAX_MESSAGE_URL_LENGTH);
  // A message alone asks for a new sign-in too.
  if (requiresSession(required) || required.requiredScopes.length === 0) parameters.prompt = 'login';
  return parameters;
}
