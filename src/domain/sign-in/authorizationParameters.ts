/**
 * What Globus demands before it repeats a refused call: the person signs in again in a certain way (globus-api.md,
 * "Step-up"). An empty list demands nothing of its kind.
 */
export interface AuthorizationParameters {
  /** The site's own explanation. */
  message: string | null;
  /** Identity ids of which one must be in the session. */
  requiredIdentities: string[];
  /** Ids of authentication policies. */
  requiredPolicies: string[];
  /** Domains of which one must have been signed in with. */
  requiredSingleDomain: string[];
  /** Whether multi-factor authentication must have been used; null when nothing is said about it. */
  requiredMfa: boolean | null;
  /** Scopes still to be consented to, each perhaps with nested ones in brackets. */
  requiredScopes: string[];
  /** "login" demands a fresh sign-in. */
  prompt: 'login' | 'none' | null;
}
