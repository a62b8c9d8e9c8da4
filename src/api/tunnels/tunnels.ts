import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { Tunnel } from '../../domain/tunnel/tunnel.ts';
import { rethrowAsNotFound } from '../http/errors.ts';
import { request } from '../http/http.ts';
import { shouldRetryQuery } from '../http/retry.ts';
import { fetchTunnelList, replaceEqualTunnels, TUNNEL_LIST_KEY, type TunnelList } from './list/list.ts';
import { TunnelDocument, toTunnel } from './tunnelDocument.ts';

/** What one can ask about tunnels. Poll with pollFleet and pollTunnel (polling.ts). */
export const tunnelQueries = {
  /** The root of every key about tunnels. */
  all: () => ['tunnels'] as const,

  /** Every tunnel the caller can see. */
  list: () =>
    queryOptions({
      queryKey: TUNNEL_LIST_KEY,
      queryFn: ({ client, signal }) => fetchTunnelList(client, Date.now(), signal),
      structuralSharing: (before, list) =>
        replaceEqualTunnels(before as TunnelList | undefined, list as TunnelList),
    }),

  /**
   * The same list for a page that polls it: once there is a list, the next poll repeats what failed, so that the
   * page can say when.
   */
  polledList: (client: QueryClient) =>
    queryOptions({
      ...tunnelQueries.list(),
      // Nor does a page that opens after a failure ask before its time.
      retryOnMount: false,
      retry: (failureCount, error) =>
        client.getQueryData(TUNNEL_LIST_KEY) === undefined && shouldRetryQuery(failureCount, error),
    }),

  /** One tunnel. */
  detail: (id: string) =>
    queryOptions({
      queryKey: ['tunnels', 'detail', id] as const,
      queryFn: ({ signal }) => fetchTunnel(id, signal),
    }),
};

/** What the creation of a tunnel is called among the mutations: every page tells of one that failed. */
export const CREATE_TUNNEL_MUTATION_KEY = ['tunnels', 'create'] as const;

/** Where a tunnel is, below the address of Transfer. */
export const tunnelPath = (id: string) => `/v2/tunnels/${encodeURIComponent(id)}`;

/** Reads one tunnel. */
export async function fetchTunnel(id: string, signal?: AbortSignal): Promise<Tunnel> {
  const call = { service: 'transfer', method: 'GET', path: tunnelPath(id), schema: TunnelDocument } as const;
  const answer = request({ ...call, ...(signal && { signal }) });
  const { data } = await answer.catch((error) => rethrowAsNotFound(error, id));
  return toTunnel(data.data);
}
