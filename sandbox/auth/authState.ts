import type { WorldClock } from '../world/clock.ts';
import type { Persona } from '../world/identities.ts';
import type { TokenStore } from '../world/tokens.ts';
import { Consents } from './consents.ts';
import type { ScopeRegistry } from './knownScopes.ts';
import { createScopeRegistry } from './knownScopes.ts';
import type { Directory, ServiceIdentity } from './people.ts';
import { createDirectory } from './people.ts';
import type { TokenHolder } from './refreshTokens.ts';
import { RefreshTokens } from './refreshTokens.ts';
import type { ScopeNode } from './scopes.ts';
import { SignInSessions } from './signInSessions.ts';
import type { SigningKey } from './signingKey.ts';
import type { Switches } from './switches.ts';
import { initialSwitches } from './switches.ts';

export interface AuthServerSetUp {
  clock: WorldClock;
  tokens: TokenStore;
  personas: readonly Persona[];
  /** Origin that the server will be reached at, e.g. http://localhost:8401. */
  issuer: string;
  /** Registered redirect addresses besides the loopback ones, exact. */
  redirectUris: string[];
  /** The dashboard's public (PKCE) client. */
  client: { id: string };
  /** The one confidential client, for scripts. */
  service: { id: string; secret: string; identity: ServiceIdentity };
  /** Endpoints whose manage_collections scope exists; the endpoint's id is the resource server. */
  endpointIds: () => string[];
}

/** What a code, once granted, is good for. */
export interface Authorization {
  scopes: ScopeNode[];
  /** The client's `state`, which Globus repeats in the token answer. */
  state: string | undefined;
  holder: TokenHolder;
  /** Filled by the exchange, so that a replayed code can end them. */
  accessTokens: string[];
}

/** Everything one Auth server knows; nothing of it is shared with another in the same process. */
export interface AuthState {
  setUp: AuthServerSetUp;
  signingKey: SigningKey;
  directory: Directory;
  scopes: ScopeRegistry;
  sessions: SignInSessions;
  consents: Consents;
  refreshTokens: RefreshTokens;
  /** By oidc-provider's grant id, of which every authorization gets a fresh one. */
  authorizations: Map<string, Authorization>;
  switches: Switches;
}

export function createAuthState(setUp: AuthServerSetUp, signingKey: SigningKey): AuthState {
  return {
    setUp,
    signingKey,
    directory: createDirectory(setUp.personas, setUp.service.identity),
    scopes: createScopeRegistry(setUp.endpointIds),
    sessions: new SignInSessions(),
    consents: new Consents(),
    refreshTokens: new RefreshTokens(setUp.clock),
    authorizations: new Map(),
    switches: initialSwitches(),
  };
}

/** World time in POSIX seconds, as tokens and claims carry it. */
export function worldSeconds(clock: WorldClock): number {
  return Math.floor(clock.now() / 1000);
}
