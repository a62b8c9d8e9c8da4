import { randomBytes } from 'node:crypto';
import type { WorldClock } from '../../world/clock.ts';
import type { Authentication } from '../../world/tokens.ts';
import type { ScopeNode } from '../scopes/scopes.ts';

/** Globus ends a refresh token that nobody used for six months. */
const UNUSED_LIFETIME_MS = 182 * 24 * 60 * 60 * 1000;

/** On whose behalf tokens are issued. */
export interface TokenSubject {
  /** Primary identity of the person, or the service client's own. */
  identityId: string;
  identityIds: string[];
  /** Live view of the sign-in session the tokens come from. */
  authentications: () => readonly Authentication[];
}

export interface RefreshToken {
  token: string;
  clientId: string;
  resourceServer: string;
  scopes: readonly ScopeNode[];
  subject: TokenSubject;
  /** The authorization it descends from, so that a replayed code can end all that came of it. */
  grantId: string;
  /** Access tokens that this one and its predecessors were good for. */
  accessTokens: string[];
  /** World time, milliseconds. */
  issuedAt: number;
  invalidated: boolean;
}

/** Every refresh token of this sandbox; each is for one resource server and for one use. */
export class RefreshTokens {
  readonly #clock: WorldClock;
  readonly #tokens = new Map<string, RefreshToken>();

  constructor(clock: WorldClock) {
    this.#clock = clock;
  }

  issue(facts: Omit<RefreshToken, 'token' | 'issuedAt' | 'invalidated'>): RefreshToken {
    const token = `Rf${randomBytes(36).toString('base64url')}`;
    const issued = { ...facts, token, issuedAt: this.#clock.now(), invalidated: false };
    this.#tokens.set(token, issued);
    return issued;
  }

  /** The token's facts while it can still be used; rotated, revoked, expired and unknown look alike. */
  find(token: string): RefreshToken | undefined {
    const found = this.#tokens.get(token);
    if (!found || found.invalidated) return undefined;
    return this.#clock.now() < found.issuedAt + UNUSED_LIFETIME_MS ? found : undefined;
  }

  /** Ends the matching tokens and returns them. */
  invalidate(matches: (token: RefreshToken) => boolean): RefreshToken[] {
    const ending = [...this.#tokens.values()].filter((token) => !token.invalidated && matches(token));
    for (const token of ending) token.invalidated = true;
    return ending;
  }
}
