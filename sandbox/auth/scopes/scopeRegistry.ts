import { findFixedScope } from './fixedScopes.ts';
import type { ScopeNode } from './scopes.ts';
import { scopeNames } from './scopes.ts';

/** Requests refresh tokens. It belongs to no resource server and is never part of a token's scope. */
export const OFFLINE_ACCESS = 'offline_access';

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
  const resourceServerOf = (scope: string) => findFixedScope(scope)?.resourceServer ?? endpointOf(scope);
  return {
    resourceServerOf,
    findUnknown: (nodes) =>
      scopeNames(nodes).filter((scope) => scope !== OFFLINE_ACCESS && resourceServerOf(scope) === undefined),
    describe(scope) {
      if (scope === OFFLINE_ACCESS) return 'Keep access while you’re away, until you revoke it';
      const fixed = findFixedScope(scope);
      if (fixed) return fixed.description;
      const id = endpointOf(scope);
      if (id === undefined) return scope;
      return DATA_ACCESS.test(scope)
        ? `Access data on endpoint ${id}`
        : `Manage endpoint ${id} on your behalf`;
    },
  };
}
