import { queryOptions } from '@tanstack/react-query';
import { nonEmpty, object, pipe, string } from 'valibot';
import { type EndpointRole, parsePrincipal } from '../../domain/site/endpointRole.ts';
import type { GcsManager } from '../http/http.ts';
import { OptionalText, ResourceId } from '../http/jsonApi.ts';
import { retryUntilLoadedMs } from '../polling.ts';
import { fetchAllFromGcs } from './envelope.ts';

const FRESH_MS = 5 * 60_000;

const RoleResource = object({
  id: ResourceId,
  role: pipe(string(), nonEmpty()),
  principal: pipe(string(), nonEmpty()),
  collection: OptionalText,
});

/** The queries for the roles on an endpoint, for whoever has one. */
export const endpointRoleQueries = {
  /** All roles. */
  list: (manager: GcsManager) =>
    queryOptions({
      queryKey: ['endpoint-roles', manager.endpointId, manager.gcsUrl] as const,
      queryFn: async ({ signal }) => {
        const { items, unreadable } = await fetchAllFromGcs(manager, '/api/roles', RoleResource, signal);
        const roles = items.map(
          ({ id, role, principal, collection }): EndpointRole => ({
            id,
            role,
            principal: parsePrincipal(principal),
            collectionId: collection,
          }),
        );
        return { items: roles, unreadable };
      },
      staleTime: FRESH_MS,
      refetchInterval: ({ state }) => retryUntilLoadedMs(state),
    }),
};
