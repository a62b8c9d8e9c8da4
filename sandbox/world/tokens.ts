import { randomBytes } from 'node:crypto';
import type { WorldClock } from './clock.ts';

/** How one identity of a person was last used to sign in, in one browser session at Globus Auth. */
export interface Authentication {
  identityId: string;
  /** World time, milliseconds. */
  authenticatedAt: number;
  mfa: boolean;
}

/** The facts a resource server learns about an access token when it asks Auth ("introspection"). */
export interface AccessToken {
  token: string;
  resourceServer: string;
  /** Space-separated, nested brackets included. */
  scope: string;
  /** The primary identity of the person, or the service client's own identity. */
  identityId: string;
  /** Every identity of the person. */
  identityIds: string[];
  /** Live view of the person's authentications in the session the token belongs to; policies look at these. */
  authentications: () => readonly Authentication[];
  /** World time, milliseconds. */
  issuedAt: number;
  expiresAt: number;
  revoked: boolean;
}

export type NewAccessToken = Omit<AccessToken, 'token' | 'revoked' | 'issuedAt' | 'expiresAt'> & {
  lifetimeSeconds: number;
};

/** Every access token of this sandbox. Auth issues and revokes; Transfer and GCS Manager look up. */
export class TokenStore {
  readonly #clock: WorldClock;
  readonly #tokens = new Map<string, AccessToken>();

  constructor(clock: WorldClock) {
    this.#clock = clock;
  }

  issue({ lifetimeSeconds, ...facts }: NewAccessToken): AccessToken {
    const issuedAt = this.#clock.now();
    const token: AccessToken = {
      ...facts,
      token: `Ag${randomBytes(36).toString('base64url')}`,
      issuedAt,
      expiresAt: issuedAt + lifetimeSeconds * 1000,
      revoked: false,
    };
    this.#tokens.set(token.token, token);
    return token;
  }

  /** The token's facts if it is still good here, otherwise undefined: expired, revoked, unknown look alike. */
  find(token: string, resourceServer: string): AccessToken | undefined {
    const found = this.#tokens.get(token);
    if (!found || found.revoked || found.resourceServer !== resourceServer) return undefined;
    return this.#clock.now() < found.expiresAt ? found : undefined;
  }

  all(): AccessToken[] {
    return [...this.#tokens.values()];
  }

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
