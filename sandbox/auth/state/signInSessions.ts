import type { Authentication } from '../../world/tokens.ts';

/** One browser's sign-in at Auth: who it is, and each time they proved it. */
export interface SignInSession {
  /** Primary identity. */
  personId: string;
  /** Grows in place, because access tokens of the session look at it live. */
  authentications: Authentication[];
}

/**
 * What oidc-provider's own session has no room for. Keyed by its `uid`, which stays the same while the cookie's
 * value rotates.
 */
export class SignInSessions {
  readonly #sessions = new Map<string, SignInSession>();

  /** Adds an authentication; saying the same one twice (oidc-provider resumes with merged results) is harmless. */
  record(uid: string, personId: string, authentication: Authentication): void {
    const known = this.#sessions.get(uid);
    const session = known?.personId === personId ? known : { personId, authentications: [] };
    this.#sessions.set(uid, session);
    const isRepeat = session.authentications.some(
      ({ identityId, authenticatedAt }) =>
        identityId === authentication.identityId && authenticatedAt === authentication.authenticatedAt,
    );
    if (!isRepeat) session.authentications.push(authentication);
  }

  authenticationsOf(uid: string | undefined): readonly Authentication[] {
    return this.#sessions.get(uid ?? '')?.authentications ?? [];
  }

  clear(): void {
    this.#sessions.clear();
  }
}
