/**
 * How a person has to sign in again before a refused request can succeed (globus-api.md, "Step-up"). An empty list
 * requires nothing.
 */
export interface AuthorizationParameters {
  /** The site's own explanation: untrusted text, at most 300 graphemes. */
  message: string | null;
  /** IDs of identities; one of them must be in the session. */
  requiredIdentities: string[];
  /** IDs of authentication policies. */
  requiredPolicies: string[];
  /** Domains; the person must have signed in with an identity from one of them. */
  requiredSingleDomain: string[];
  /** Whether multi-factor authentication is required. */
  requiredMfa: boolean;
  /** Scopes that need consent, perhaps with nested scopes in brackets. */
  requiredScopes: string[];
  /** "login" requires a new sign-in. */
  prompt: 'login' | null;
}

/** Requires nothing. */
export const NO_REQUIREMENTS: Readonly<AuthorizationParameters> = {
  message: null,
  requiredIdentities: [],
  requiredPolicies: [],
  requiredSingleDomain: [],
  requiredMfa: false,
  requiredScopes: [],
  prompt: null,
};

/** Returns whether something is required. The message alone only explains. */
export function hasRequirements(parameters: AuthorizationParameters): boolean {
  return parameters.requiredScopes.length > 0 || requiresSession(parameters);
}

/** Returns whether the way in which the person signed in is refused, not only a missing consent. */
export function requiresSession(parameters: AuthorizationParameters): boolean {
  const { requiredIdentities, requiredPolicies, requiredSingleDomain, requiredMfa, prompt } = parameters;
  const lists = [requiredIdentities, requiredPolicies, requiredSingleDomain];
  return requiredMfa || prompt !== null || lists.some(({ length }) => length > 0);
}
