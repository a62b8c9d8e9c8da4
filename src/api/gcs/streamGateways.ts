import { queryOptions } from '@tanstack/react-query';
import type { StreamGateway } from '../../domain/site/streamGateway.ts';
import { rethrowAsNotFound } from '../http/errors.ts';
import type { GcsManager } from '../http/http.ts';
import { retryUntilLoadedMs } from '../polling.ts';
import { fetchAllFromGcs, requestFromGcs } from './envelope.ts';
import { GatewayResource, isDeleted, toGateway } from './gatewayDocument.ts';

/** Where a GCS Manager has its gateways. */
export const GATEWAYS_PATH = '/api/stream_gateways';
const FRESH_MS = 5 * 60_000;

/**
 * The queries for the stream gateways of one endpoint. Its GCS Manager responds to them, if the endpoint is public or the
 * caller has a role on it. They require a token for the endpoint, which a sign-in doesn't include unless it requests the
 * endpoint's scope (`manageCollectionsScope`).
 */
export const streamGatewayQueries = {
  /** The root of the keys for the gateways of an endpoint. */
  all: ({ endpointId, gcsUrl }: GcsManager) => ['stream-gateways', endpointId, gcsUrl] as const,

  /** All gateways that aren't deleted. */
  list: (manager: GcsManager) =>
    queryOptions({
      queryKey: [...streamGatewayQueries.all(manager), 'list'] as const,
      queryFn: async ({ signal }) => {
        const { items, unreadable } = await fetchAllFromGcs(manager, GATEWAYS_PATH, GatewayResource, signal);
        return { items: items.filter((item) => !isDeleted(item)).map(toGateway), unreadable };
      },
      staleTime: FRESH_MS,
      refetchInterval: ({ state }) => retryUntilLoadedMs(state),
    }),

  /** One gateway. Always stale, because someone who edits it must see the latest. */
  detail: (manager: GcsManager, id: string) =>
    queryOptions({
      queryKey: [...streamGatewayQueries.all(manager), 'detail', id] as const,
      queryFn: async ({ signal }): Promise<StreamGateway> => {
        const call = { service: manager, method: 'GET', path: gatewayPath(id), signal } as const;
        const response = requestFromGcs(call, GatewayResource);
        return toGateway(await response.catch((error) => rethrowAsNotFound(error, id)));
      },
      refetchInterval: ({ state }) => retryUntilLoadedMs(state),
    }),
};

/** Returns the path of one gateway. */
export const gatewayPath = (id: string) => `${GATEWAYS_PATH}/${encodeURIComponent(id)}`;
