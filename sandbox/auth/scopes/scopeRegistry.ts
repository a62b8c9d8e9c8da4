import type { ScopeNode } from './scopes.ts';
import { scopeNames } from './scopes.ts';

export const AUTH_RESOURCE_SERVER = 'auth.globus.org';
export const TRANSFER_RESOURCE_SERVER = 'transfer.api.globus.org';

/** Asks for refresh tokens; belongs to no resource server and never stands in a token's scope. */
export const OFFLINE_ACCESS = 'offline_access';

export const VIEW_IDENTITIES = 'urn:globus:auth:scope:auth.globus.org:view_identities';
export const VIEW_IDENTITY_SET = 'urn:globus:auth:scope:auth.globus.org:view_identity_set';
const TRANSFER_ALL = 'urn:globus:auth:scope:transfer.api.globus.org:all';

/** The scopes that do not depend on the world, with their resource server and what the consent page calls them. */
const FIXED: Record<string, { resourceServer: string; words: string }> = {
  openid: { resourceServer: AUTH_RESOURCE_SERVER, words: 'Know who you are in Globus' },
  profile: {
    resourceServer: AUTH_RESOURCE_SERVER,
    words: 'See your name, organization and linked identities',
  },
  email: { resourceServer: AUTH_RESOURCE_SERVER, words: 'See your email address' },
  [VIEW_IDENTITIES]: {
    resourceServer: AUTH_RESOURCE_SERVER,
    words: 'Look up the identities of other people',
  },
  [VIEW_IDENTITY_SET]: { resourceServer: AUTH_RESOURCE_SERVER, words: 'See your linked identities' },
  [TRANSFER_ALL]: {
    resourceServer: TRANSFER_RESOURCE_SERVER,
    words: 'Manage streams and data for you with Globus Transfer',
  },
};

const MANAGE_COLLECTIONS = /^urn:globus:auth:scope:([^:]+):manage_collections$/;
const DATA_ACCESS = /^https:\/\/auth\.globus\.org\/scopes\/([^/]+)\/data_access$/;

/** Tells which scopes exist in this sandbox; endpoints come and go, so they are asked for each time. */
export interface ScopeRegistry {
  /** The resource server that a token for this scope is for; undefined when there is no such scope. */
  resourceServerOf(scope: string): string | undefined;
  /** The names in the tree that do not exist. */
  findUnknown(nodes: readonly ScopeNode[]): string[];
  /** What the consent page says about a scope. */
  describe(scope: string): string;
}

export function createScopeRegistry(endpointIds: () => readonly string[]): ScopeRegistry {
  const endpointOf = (scope: string): string | undefined => {
    const id = (MANAGE_COLLECTIONS.exec(scope) ?? DATA_ACCESS.exec(scope))?.[1];
    return id !== undefined && endpointIds().includes(id) ? id : undefined;
  };
  const resourceServerOf = (scope: string) =>
    Object.hasOwn(FIXED, scope) ? FIXED[scope]?.resourceServer : endpointOf(scope);
  return {
    resourceServerOf,
    findUnknown: (nodes) =>
      scopeNames(nodes).filter((scope) => scope !== OFFLINE_ACCESS && resourceServerOf(scope) === undefined),
    describe(scope) {
      if (scope === OFFLINE_ACCESS) return 'Keep doing this while you are away, until you withdraw it';
      const fixed = Object.hasOwn(FIXED, scope) ? FIXED[scope]?.words : undefined;
      if (fixed !== undefined) return fixed;
      const id = endpointOf(scope);
      if (id === undefined) return scope;
      return DATA_ACCESS.test(scope) ? `Reach data on collection ${id}` : `Manage endpoint ${id} for you`;
    },
  };
}
