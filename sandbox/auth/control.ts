import type { AuthState } from './authState.ts';
import type { ProviderMemory } from './memoryAdapter.ts';
import type { NextSignIn } from './switches.ts';
import { initialSwitches } from './switches.ts';

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
  forgetConsents(): void;
  /** What the next code exchange does wrong; said again, the later word holds. */
  nextSignIn(faults: NextSignIn): void;
  /** Authorize answers 503 with a page until told otherwise. */
  authorizeDown(down: boolean): void;
  /** For tokens issued from now on. */
  setAccessTokenLifetime(seconds: number): void;
  /** Token answers tell no scope, their lifetime as a text, null for no others, and alone no resource server. */
  sparseTokenAnswers(sparse: boolean): void;
  /** Another key is listed before the one that signs. */
  listAnotherKey(listed: boolean): void;
  /** Back to a fresh server: no sessions, consents, tokens or faults. */
  reset(): void;
}

type Held = { resourceServer: string; identityIds: string[] };

const matching =
  ({ resourceServer, identityId }: TokenFilter) =>
  (token: Held): boolean =>
    (resourceServer === undefined || token.resourceServer === resourceServer) &&
    (identityId === undefined || token.identityIds.includes(identityId));

export function createControl(state: AuthState, memory: ProviderMemory): AuthControl {
  const { clock, tokens } = state.setUp;
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
        state.refreshTokens.end(({ resourceServer, holder }) => matches({ ...holder, resourceServer }));
      }
      return tokens.revoke(matching(filter));
    },
    endSessions: () => memory.forget('Session'),
    forgetConsents: () => state.consents.clear(),
    nextSignIn(faults) {
      state.switches.nextSignIn = faults;
    },
    authorizeDown(down) {
      state.switches.authorizeIsDown = down;
    },
    setAccessTokenLifetime(seconds) {
      if (!(seconds > 0)) throw new RangeError('A lifetime is a positive number of seconds.');
      state.switches.accessTokenLifetimeSeconds = seconds;
    },
    sparseTokenAnswers(sparse) {
      state.switches.tokenAnswersAreSparse = sparse;
    },
    listAnotherKey(listed) {
      state.switches.listsAnotherKey = listed;
    },
    reset() {
      control.revokeTokens();
      control.endSessions();
      memory.forget('AuthorizationCode');
      memory.forget('Interaction');
      state.consents.clear();
      state.sessions.clear();
      state.authorizations.clear();
      state.switches = initialSwitches();
    },
  };
  return control;
}
