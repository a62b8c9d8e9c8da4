import type { ScopeNode } from './scopes.ts';
import { scopeNames } from './scopes.ts';

export const AUTH_RESOURCE_SERVER = 'auth.globus.org';
export const TRANSFER_RESOURCE_SERVER = 'transfer.api.globus.org';

/** Requests refresh tokens. It belongs to no resource server and is never part of a token's scope. */
export const OFFLINE_ACCESS = 'offline_access';

export const VIEW_IDENTITIES = 'urn:globus:auth:scope:auth.globus.org:view_identities';
export const VIEW_IDENTITY_SET = 'urn:globus:auth:scope:auth.globus.org:view_identity_set';
const TRANSFER_ALL = 'urn:globus:auth:scope:transfer.api.globus.org:all';

/** The scopes that don't depend on the endpoints, with their resource server and description on the consent page. */
const FIXED_SCOPES: Record<string, { resourceServer: string; description: string }> = {
  openid: { resourceServer: AUTH_RESOURCE_SERVER, description: 'Know your Globus identity' },
  profile: {
    resourceServer: AUTH_RESOURCE_SERVER,
    description: 'See your name, organization and linked identities',
  },
  email: { resourceServer: AUTH_RESOURCE_SERVER, description: 'See your email address' },
  [VIEW_IDENTITIES]: {
    resourceServer: AUTH_RESOURCE_SERVER,
    description: 'Look up other users’ identities',
  },
  [VIEW_IDENTITY_SET]: { resourceServer: AUTH_RESOURCE_SERVER, description: 'See your linked identities' },
  [TRANSFER_ALL]: {
    resourceServer: TRANSFER_RESOURCE_SERVER,
    description: 'Manage streams and data with Globus Transfer on your behalf',
  },
};

const MANAGE_COLLECTIONS = /^urn:globus:auth:scope:([^:]+):manage_collections$/;
const DATA_ACCESS = /^https:\/\/auth\.globus\.org\/scopes\/([^/]+)\/data_access$/;

/** The scopes that exist in this sandbox. Endpoints change at a reset, so their IDs are read at each call. */
export interface ScopeRegistry {
  /** Returns the resource server of a scope; undefined if there is no such scope. */
  resourceServerOf(scope: string): string | undefined;
  /** Returns the scopes in the tree that don't exist. */
  findUnknown(nodes: readonly ScopeNode[]): string[];
  /** Returns the description of a scope for the consent page. */
  describe(scope: string): string;
}

export function createScopeRegistry(endpointIds: () => readonly string[]): ScopeRegistry {
  const endpointOf = (scope: string): string | undefined => {
    const id = (MANAGE_COLLECTIONS.exec(scope) ?? DATA_ACCESS.exec(scope))?.[1];
    return id !== undefined && endpointIds().includes(id) ? id : undefined;
  };
  const resourceServerOf = (scope: string) =>
    Object.hasOwn(FIXED_SCOPES, scope) ? FIXED_SCOPES[scope]?.resourceServer : endpointOf(scope);
  return {
    resourceServerOf,
    findUnknown: (nodes) =>
      scopeNames(nodes).filter((scope) => scope !== OFFLINE_ACCESS && resourceServerOf(scope) === undefined),
    describe(scope) {
      if (scope === OFFLINE_ACCESS) return 'Keep access while you’re away, until you revoke it';
      const fixed = Object.hasOwn(FIXED_SCOPES, scope) ? FIXED_SCOPES[scope]?.description : undefined;
      if (fixed !== undefined) return fixed;
      const id = endpointOf(scope);
      if (id === undefined) return scope;
      return DATA_ACCESS.test(scope)
        ? `Access data on endpoint ${id}`
        : `Manage endpoint ${id} on your behalf`;
    },
  };
}
