/**
 * How a person has to sign in again before a refused request can succeed (globus-api.md, "Step-up"). An empty list
 * requires nothing.
 */
export interface AuthorizationParameters {
  /** The site's own explanation. */
  message: string | null;
  /** IDs of identities; one of them must be in the session. */
  requiredIdentities: string[];
  /** IDs of authentication policies. */
  requiredPolicies: string[];
  /** Domains; the person must have signed in with an identity from one of them. */
  requiredSingleDomain: string[];
  /** Whether multi-factor authentication is required; null if the refusal doesn't say. */
  requiredMfa: boolean | null;
  /** Scopes that need consent, perhaps with nested scopes in brackets. */
  requiredScopes: string[];
  /** "login" requires a new sign-in. */
  prompt: 'login' | 'none' | null;
}
