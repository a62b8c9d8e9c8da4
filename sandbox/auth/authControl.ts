import type { ProviderStore } from './provider/memoryAdapter.ts';
import type { NextSignInFaults } from './state/authSettings.ts';
import { initialAuthSettings } from './state/authSettings.ts';
import type { AuthState } from './state/authState.ts';

/** Which tokens are meant; what is left out matches all. */
export interface TokenFilter {
  resourceServer?: string;
  /** Any identity of the person. */
  identityId?: string;
}

/** What the control endpoints may do to Auth. Counts tell how many were hit. */
export interface AuthControl {
  /** Access tokens end as if their time had come; refresh tokens stay good. */
  expireTokens(filter?: TokenFilter): number;
  /** Access tokens are revoked, and refresh tokens too unless they are to be kept. */
  revokeTokens(filter?: TokenFilter & { keepRefreshTokens?: boolean }): number;
  /** Signs every browser out of Auth; tokens stay good. */
  endSessions(): number;
  /** Everybody will be asked for consent again. */
  clearConsents(): void;
  /** What the next code exchange does wrong; said again, the later word holds. */
  setNextSignInFaults(faults: NextSignInFaults): void;
  /** Authorize answers 503 with a page until told otherwise. */
  setAuthorizeUnavailable(down: boolean): void;
  /** For tokens issued from now on. */
  setAccessTokenLifetimeSeconds(seconds: number): void;
  /** Token answers tell no scope, their lifetime as a text, null for no others, and alone no resource server. */
  setSparseTokenResponses(sparse: boolean): void;
  /** Another key is listed before the one that signs. */
  setExtraJwkPublished(listed: boolean): void;
  /** Back to a fresh server: no sessions, consents, tokens or faults. */
  reset(): void;
}

type Held = { resourceServer: string; identityIds: string[] };

const matching =
  ({ resourceServer, identityId }: TokenFilter) =>
  (token: Held): boolean =>
    (resourceServer === undefined || token.resourceServer === resourceServer) &&
    (identityId === undefined || token.identityIds.includes(identityId));

export function createAuthControl(state: AuthState, memory: ProviderStore): AuthControl {
  const { clock, tokens } = state.options;
  const control: AuthControl = {
    expireTokens(filter = {}) {
      const now = clock.now();
      const expiring = tokens.all().filter((token) => token.expiresAt > now && matching(filter)(token));
      for (const token of expiring) token.expiresAt = now;
      return expiring.length;
    },
    revokeTokens({ keepRefreshTokens = false, ...filter } = {}) {
      if (!keepRefreshTokens) {
        const matches = matching(filter);
        state.refreshTokens.invalidate(({ resourceServer, subject }) =>
          matches({ ...subject, resourceServer }),
        );
      }
      return tokens.revoke(matching(filter));
    },
    endSessions: () => memory.deleteMatching('Session'),
    clearConsents: () => state.consents.clear(),
    setNextSignInFaults(faults) {
      state.settings.nextSignInFaults = faults;
    },
    setAuthorizeUnavailable(down) {
      state.settings.authorizeUnavailable = down;
    },
    setAccessTokenLifetimeSeconds(seconds) {
      if (!(seconds > 0)) throw new RangeError('A lifetime is a positive number of seconds.');
      state.settings.accessTokenLifetimeSeconds = seconds;
    },
    setSparseTokenResponses(sparse) {
      state.settings.sparseTokenResponses = sparse;
    },
    setExtraJwkPublished(listed) {
      state.settings.extraJwkPublished = listed;
    },
    reset() {
      control.revokeTokens();
      control.endSessions();
      memory.deleteMatching('AuthorizationCode');
      memory.deleteMatching('Interaction');
      state.consents.clear();
      state.sessions.clear();
      state.authorizations.clear();
      state.settings = initialAuthSettings();
    },
  };
  return control;
}
