import type { Authentication } from '../../world/tokens.ts';

/** The session of one browser at Auth: the person, and each of their authentications. */
export interface SignInSession {
  /** Primary identity. */
  personId: string;
  /** Changed in place, because access tokens of the session read it later. */
  authentications: Authentication[];
}

/**
 * The authentications of each session, which oidc-provider can't store in its own sessions. The key is the `uid` of the
 * session, which stays the same when the cookie changes.
 */
export class SignInSessions {
  readonly #sessions = new Map<string, SignInSession>();

  /** Adds an authentication. Ignores a repeated one, because oidc-provider resumes with merged results. */
  record(uid: string, personId: string, authentication: Authentication): void {
    const existing = this.#sessions.get(uid);
    const session = existing?.personId === personId ? existing : { personId, authentications: [] };
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
