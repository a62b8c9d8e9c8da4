import type { WorldClock } from '../../world/clock.ts';
import type { Persona } from '../../world/identities.ts';
import type { TokenStore } from '../../world/tokens.ts';
import { Consents } from '../scopes/consents.ts';
import type { ScopeRegistry } from '../scopes/scopeRegistry.ts';
import { createScopeRegistry } from '../scopes/scopeRegistry.ts';
import type { ScopeNode } from '../scopes/scopes.ts';
import type { AuthSettings } from './authSettings.ts';
import { initialAuthSettings } from './authSettings.ts';
import type { IdentityDirectory, ServiceIdentity } from './identityDirectory.ts';
import { createIdentityDirectory } from './identityDirectory.ts';
import type { TokenSubject } from './refreshTokens.ts';
import { RefreshTokens } from './refreshTokens.ts';
import { SignInSessions } from './signInSessions.ts';
import type { SigningKey } from './signingKey.ts';

export interface AuthServerOptions {
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
export interface AuthorizationGrant {
  scopes: ScopeNode[];
  /** The client's `state`, which Globus repeats in the token answer. */
  state: string | undefined;
  subject: TokenSubject;
  /** Filled by the exchange, so that a replayed code can end them. */
  accessTokens: string[];
}

/** Everything one Auth server knows; nothing of it is shared with another in the same process. */
export interface AuthState {
  options: AuthServerOptions;
  signingKey: SigningKey;
  directory: IdentityDirectory;
  scopes: ScopeRegistry;
  sessions: SignInSessions;
  consents: Consents;
  refreshTokens: RefreshTokens;
  /** By oidc-provider's grant id, of which every authorization gets a fresh one. */
  authorizations: Map<string, AuthorizationGrant>;
  settings: AuthSettings;
}

export function createAuthState(setUp: AuthServerOptions, signingKey: SigningKey): AuthState {
  return {
    options: setUp,
    signingKey,
    directory: createIdentityDirectory(setUp.personas, setUp.service.identity),
    scopes: createScopeRegistry(setUp.endpointIds),
    sessions: new SignInSessions(),
    consents: new Consents(),
    refreshTokens: new RefreshTokens(setUp.clock),
    authorizations: new Map(),
    settings: initialAuthSettings(),
  };
}

/** World time in POSIX seconds, as tokens and claims carry it. */
export function epochSeconds(clock: WorldClock): number {
  return Math.floor(clock.now() / 1000);
}
