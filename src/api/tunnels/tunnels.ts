import { type QueryClient, queryOptions, replaceEqualDeep } from '@tanstack/react-query';
import { isTransitional } from '../../domain/tunnel/state.ts';
import type { Tunnel } from '../../domain/tunnel/tunnel.ts';
import { rethrowAsNotFound } from '../http/errors.ts';
import { request } from '../http/http.ts';
import { rawDocumentQuery } from '../http/rawDocument.ts';
import { shouldRetryQuery } from '../http/retry.ts';
import { fetchTunnelList, mergeTunnelLists, TUNNEL_LIST_KEY, type TunnelList } from './list/list.ts';
import { TunnelDocument, toTunnel } from './tunnelDocument.ts';

/** One tunnel. */
export interface TunnelDetail {
  tunnel: Tunnel;
  /** Since when this page has seen it in its current state, in milliseconds since the epoch. */
  stateSinceMs: number;
}

/** The queries for tunnels. Poll them with fleetPollMs and tunnelPollMs (polling.ts). */
export const tunnelQueries = {
  /** The root of all keys for tunnels. */
  all: () => ['tunnels'] as const,

  /** Every tunnel the caller can see. */
  list: () =>
    queryOptions({
      queryKey: TUNNEL_LIST_KEY,
      queryFn: ({ client, signal }) => fetchTunnelList(client, Date.now(), signal),
      structuralSharing: (previous, list) =>
        mergeTunnelLists(previous as TunnelList | undefined, list as TunnelList),
    }),

  /**
   * The same list, for a page that polls it. Once there is a list, a failure isn't retried: the next poll is the
   * retry, so that the page can say when it is due.
   */
  polledList: (client: QueryClient) =>
    queryOptions({
      ...tunnelQueries.list(),
      // A page that opens after a failure doesn't retry before the next poll either.
      retryOnMount: false,
      retry: (failureCount, error) =>
        client.getQueryData(TUNNEL_LIST_KEY) === undefined && shouldRetryQuery(failureCount, error),
    }),

  /** One tunnel. */
  detail: (id: string) =>
    queryOptions({
      queryKey: ['tunnels', 'detail', id] as const,
      queryFn: async ({ signal }) => toTunnelDetail(await fetchTunnel(id, signal), Date.now()),
      structuralSharing: (previous, detail) =>
        mergeTunnelDetails(previous as TunnelDetail | undefined, detail as TunnelDetail),
    }),

  /** The same tunnel, for its page: starts with what the list knows about it, and with the age of that list. */
  seededDetail: (client: QueryClient, id: string) =>
    queryOptions({
      ...tunnelQueries.detail(id),
      initialData: () => {
        const { data: list, dataUpdatedAt = 0 } = client.getQueryState<TunnelList>(TUNNEL_LIST_KEY) ?? {};
        const tunnel = list?.tunnels.find((one) => one.id === id);
        return tunnel && { tunnel, stateSinceMs: list?.transitionalSinceMs[tunnel.id] ?? dataUpdatedAt };
      },
      initialDataUpdatedAt: () => client.getQueryState(TUNNEL_LIST_KEY)?.dataUpdatedAt,
    }),

  /** One tunnel, as the API sent it. */
  document: (id: string) => rawDocumentQuery(tunnelQueries.detail(id).queryKey, tunnelPath(id)),
};

/** The key of the mutation that creates a tunnel; every page reports one that failed. */
export const CREATE_TUNNEL_MUTATION_KEY = ['tunnels', 'create'] as const;

/** Returns the path of a tunnel in the Transfer API. */
export const tunnelPath = (id: string) => `/v2/tunnels/${encodeURIComponent(id)}`;

/** Fetches one tunnel. @throws ApiError */
export async function fetchTunnel(id: string, signal?: AbortSignal): Promise<Tunnel> {
  const call = { service: 'transfer', method: 'GET', path: tunnelPath(id), schema: TunnelDocument } as const;
  const response = request({ ...call, ...(signal && { signal }) });
  const { data } = await response.catch((error) => rethrowAsNotFound(error, id));
  return toTunnel(data.data);
}

/** Wraps a tunnel for the cache; `stateSinceMs` is corrected when it is merged with what the cache holds. */
export function toTunnelDetail(tunnel: Tunnel, now: number): TunnelDetail {
  return { tunnel, stateSinceMs: now };
}

/** As the query's `structuralSharing`: a tunnel that is still in the same state keeps the earlier time. */
function mergeTunnelDetails(previous: TunnelDetail | undefined, detail: TunnelDetail): TunnelDetail {
  const isSameState =
    previous?.tunnel.stateText === detail.tunnel.stateText &&
    isTransitional(previous.tunnel) === isTransitional(detail.tunnel);
  return replaceEqualDeep(
    previous,
    isSameState ? { ...detail, stateSinceMs: previous.stateSinceMs } : detail,
  );
}
