import type { WorldClock } from '../../world/clock.ts';
import type { Persona } from '../../world/identities.ts';
import type { TokenStore } from '../../world/tokens.ts';
import { Consents } from '../scopes/consents.ts';
import type { ScopeRegistry } from '../scopes/scopeRegistry.ts';
import { createScopeRegistry } from '../scopes/scopeRegistry.ts';
import type { ScopeNode } from '../scopes/scopes.ts';
import type { AuthSettings } from './authSettings.ts';
import { initialAuthSettings } from './authSettings.ts';
import { ClientRegistry } from './clientRegistry.ts';
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
  /** Origin of the server, for example http://localhost:8401. */
  issuer: string;
  /** Registered redirect URIs in addition to the loopback ones. They must match exactly. */
  redirectUris: string[];
  /** The dashboard's public (PKCE) client. */
  client: { id: string };
  /** The client that acts for itself, for scripts. */
  service: { id: string; secret: string; identity: ServiceIdentity };
  /** Returns the endpoints that have scopes. The ID of an endpoint is its resource server. */
  endpointIds: () => string[];
}

/** What a code grants. */
export interface AuthorizationGrant {
  clientId: string;
  scopes: ScopeNode[];
  /** The client's `state`, which Globus repeats in the token response. */
  state: string | undefined;
  subject: TokenSubject;
  /** Set by the exchange, so that they can be revoked if the code is used again. */
  accessTokens: string[];
}

/** The state of one Auth server. Servers in the same process share nothing. */
export interface AuthState {
  options: AuthServerOptions;
  signingKey: SigningKey;
  clients: ClientRegistry;
  directory: IdentityDirectory;
  scopes: ScopeRegistry;
  sessions: SignInSessions;
  consents: Consents;
  refreshTokens: RefreshTokens;
  /** By the grant ID of oidc-provider, which is new for every authorization. */
  authorizations: Map<string, AuthorizationGrant>;
  settings: AuthSettings;
}

export function createAuthState(options: AuthServerOptions, signingKey: SigningKey): AuthState {
  return {
    options,
    signingKey,
    clients: new ClientRegistry(options),
    directory: createIdentityDirectory(options.personas, options.service.identity),
    scopes: createScopeRegistry(options.endpointIds),
    sessions: new SignInSessions(),
    consents: new Consents(),
    refreshTokens: new RefreshTokens(options.clock),
    authorizations: new Map(),
    settings: initialAuthSettings(),
  };
}

/** Returns the time of the simulated clock in POSIX seconds, as used in tokens and claims. */
export function epochSeconds(clock: WorldClock): number {
  return Math.floor(clock.now() / 1000);
}
