import { randomBytes } from 'node:crypto';
import type { WorldClock } from '../../world/clock.ts';
import type { Authentication } from '../../world/tokens.ts';
import type { ScopeNode } from '../scopes/scopes.ts';

/** Globus expires a refresh token that isn't used for six months. */
const UNUSED_LIFETIME_MS = 182 * 24 * 60 * 60 * 1000;

/** The person or service that tokens are issued to. */
export interface TokenSubject {
  /** The primary identity of the person, or the identity of the service client. */
  identityId: string;
  identityIds: string[];
  /** Returns the current authentications of the session that the tokens were issued in. */
  authentications: () => readonly Authentication[];
}

export interface RefreshToken {
  token: string;
  clientId: string;
  resourceServer: string;
  scopes: readonly ScopeNode[];
  subject: TokenSubject;
  /** The authorization it comes from, so that all its tokens can be revoked if the code is used again. */
  grantId: string;
  /** Access tokens issued with this refresh token and its predecessors. */
  accessTokens: string[];
  /** Time of the simulated clock, in milliseconds. */
  issuedAt: number;
  invalidated: boolean;
}

/** The refresh tokens of this sandbox. Each is for one resource server and can be used once. */
export class RefreshTokens {
  readonly #clock: WorldClock;
  readonly #tokens = new Map<string, RefreshToken>();

  constructor(clock: WorldClock) {
    this.#clock = clock;
  }

  issue(fields: Omit<RefreshToken, 'token' | 'issuedAt' | 'invalidated'>): RefreshToken {
    const token = `Rf${randomBytes(36).toString('base64url')}`;
    const issued = { ...fields, token, issuedAt: this.#clock.now(), invalidated: false };
    this.#tokens.set(token, issued);
    return issued;
  }

  /** Returns a token that is still valid; undefined if it is rotated, revoked, expired or unknown. */
  find(token: string): RefreshToken | undefined {
    const found = this.#tokens.get(token);
    if (!found || found.invalidated) return undefined;
    return this.#clock.now() < found.issuedAt + UNUSED_LIFETIME_MS ? found : undefined;
  }

  /** Returns every token that is still valid. */
  valid(): RefreshToken[] {
    return [...this.#tokens.values()].filter(({ token }) => this.find(token) !== undefined);
  }

  /** Invalidates the matching tokens and returns them. */
  invalidate(matches: (token: RefreshToken) => boolean): RefreshToken[] {
    const ending = [...this.#tokens.values()].filter((token) => !token.invalidated && matches(token));
    for (const token of ending) token.invalidated = true;
    return ending;
  }
}
