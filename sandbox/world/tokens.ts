import { randomBytes } from 'node:crypto';
import type { WorldClock } from './clock.ts';

/** A sign-in with one identity in a session at Globus Auth. */
export interface Authentication {
  identityId: string;
  /** Time of the simulated clock, in milliseconds. */
  authenticatedAt: number;
  mfa: boolean;
}

/** An access token with what a resource server learns by introspection. */
export interface AccessToken {
  token: string;
  resourceServer: string;
  /** Space-separated, including nested scopes in brackets. */
  scope: string;
  /** The primary identity of the person, or the identity of the service client. */
  identityId: string;
  /** All identities of the person. */
  identityIds: string[];
  /** The client that it was issued to. The tokens of the control API have none. */
  clientId?: string;
  /** Returns the current authentications of the session that the token was issued in. Policies check these. */
  authentications: () => readonly Authentication[];
  /** Time of the simulated clock, in milliseconds. */
  issuedAt: number;
  expiresAt: number;
  revoked: boolean;
}

export type NewAccessToken = Omit<AccessToken, 'token' | 'revoked' | 'issuedAt' | 'expiresAt'> & {
  lifetimeSeconds: number;
};

/** The access tokens of this sandbox. Auth issues and revokes them; Transfer and GCS Manager look them up. */
export class TokenStore {
  readonly #clock: WorldClock;
  readonly #tokens = new Map<string, AccessToken>();

  constructor(clock: WorldClock) {
    this.#clock = clock;
  }

  issue({ lifetimeSeconds, ...fields }: NewAccessToken): AccessToken {
    const issuedAt = this.#clock.now();
    const token: AccessToken = {
      ...fields,
      token: `Ag${randomBytes(36).toString('base64url')}`,
      issuedAt,
      expiresAt: issuedAt + lifetimeSeconds * 1000,
      revoked: false,
    };
    this.#tokens.set(token.token, token);
    return token;
  }

  /** Returns a token that is valid for a resource server; undefined if it is expired, revoked or unknown. */
  find(token: string, resourceServer: string): AccessToken | undefined {
    const found = this.#tokens.get(token);
    if (!found || found.revoked || found.resourceServer !== resourceServer) return undefined;
    return this.#clock.now() < found.expiresAt ? found : undefined;
  }

  all(): AccessToken[] {
    return [...this.#tokens.values()];
  }

  /** Revokes the matching tokens and returns how many there were. */
  revoke(matches: (token: AccessToken) => boolean): number {
    let count = 0;
    for (const token of this.#tokens.values()) {
      if (token.revoked || !matches(token)) continue;
      token.revoked = true;
      count += 1;
    }
    return count;
  }
}
