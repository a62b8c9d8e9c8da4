import type { ProviderStore } from './provider/memoryAdapter.ts';
import type { NextSignInFaults } from './state/authSettings.ts';
import { initialAuthSettings } from './state/authSettings.ts';
import type { AuthState } from './state/authState.ts';

/** Which tokens to match. A field that is left out matches all. */
export interface TokenFilter {
  resourceServer?: string;
  /** Any identity of the person. */
  identityId?: string;
}

/** A token that still works. The control API leaves out the token itself. */
interface ValidToken {
  token: string;
  kind: 'access' | 'refresh';
  resourceServer: string;
  /** The primary identity of the person. */
  identityId: string;
}

/** What the control API can do to Auth. Functions that return a number return how many items they affected. */
export interface AuthControl {
  /** Returns the access and refresh tokens that still work. */
  validTokens(filter?: TokenFilter): ValidToken[];
  /** Expires access tokens. Refresh tokens stay valid. */
  expireTokens(filter?: TokenFilter): number;
  /** Revokes access tokens, and by default also refresh tokens. */
  revokeTokens(filter?: TokenFilter & { keepRefreshTokens?: boolean }): number;
  /** Signs every browser out of Auth. Tokens stay valid. */
  endSessions(): number;
  /** Removes all consents, so that everyone is asked for consent at the next sign-in. */
  clearConsents(): void;
  /** Sets what the next code exchange does wrong. Replaces earlier faults. */
  setNextSignInFaults(faults: NextSignInFaults): void;
  /** Sets whether the authorize endpoint responds with a page of status 503. */
  setAuthorizeUnavailable(unavailable: boolean): void;
  /**
   * Sets the lifetime of tokens issued from now on.
   *
   * @throws RangeError if it isn't positive
   */
  setAccessTokenLifetimeSeconds(seconds: number): void;
  /** Sets whether token responses contain as little as a client must be able to handle, see `AuthSettings`. */
  setSparseTokenResponses(sparse: boolean): void;
  /** Sets whether a second key is published before the one that signs. */
  setExtraJwkPublished(published: boolean): void;
  /** Removes all sessions, consents, tokens and faults. */
  reset(): void;
}

type TokenOwner = { resourceServer: string; identityIds: string[] };

const matching =
  ({ resourceServer, identityId }: TokenFilter) =>
  (token: TokenOwner): boolean =>
    (resourceServer === undefined || token.resourceServer === resourceServer) &&
    (identityId === undefined || token.identityIds.includes(identityId));

const validToken = (
  kind: ValidToken['kind'],
  { token, resourceServer }: { token: string; resourceServer: string },
  identityId: string,
): ValidToken => ({ token, kind, resourceServer, identityId });

export function createAuthControl(state: AuthState, memory: ProviderStore): AuthControl {
  const { clock, tokens } = state.options;
  const control: AuthControl = {
    validTokens(filter = {}) {
      const matches = matching(filter);
      const access = tokens
        .all()
        .filter((token) => tokens.find(token.token, token.resourceServer) && matches(token))
        .map((token) => validToken('access', token, token.identityId));
      const refresh = state.refreshTokens
        .valid()
        .filter(({ resourceServer, subject }) => matches({ ...subject, resourceServer }))
        .map((token) => validToken('refresh', token, token.subject.identityId));
      return [...access, ...refresh];
    },
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
    setAuthorizeUnavailable(unavailable) {
      state.settings.authorizeUnavailable = unavailable;
    },
    setAccessTokenLifetimeSeconds(seconds) {
      if (!(seconds > 0)) throw new RangeError('A lifetime is a positive number of seconds.');
      state.settings.accessTokenLifetimeSeconds = seconds;
    },
    setSparseTokenResponses(sparse) {
      state.settings.sparseTokenResponses = sparse;
    },
    setExtraJwkPublished(published) {
      state.settings.extraJwkPublished = published;
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
