import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { TunnelHistory } from '../../domain/tunnel/history.ts';

const ROOT_KEY = ['stopped-history'] as const;

/**
 * The query for what the events say about a tunnel that has stopped. It is kept for good and never loaded again, because
 * a stopped tunnel doesn't change. Its code loads with the first fetch: the first page doesn't need it.
 */
export function stoppedHistoryQuery(tunnelId: string) {
  return queryOptions({
    queryKey: [...ROOT_KEY, tunnelId] as const,
    queryFn: async ({ signal }) => (await import('./tunnelEvents.ts')).fetchStoppedHistory(tunnelId, signal),
    staleTime: 'static',
    gcTime: Infinity,
  });
}

/** Returns the histories that have been loaded, by the tunnel's ID. */
export function loadedStoppedHistories(client: QueryClient): ReadonlyMap<string, TunnelHistory> {
  const loaded = client.getQueriesData<TunnelHistory>({ queryKey: ROOT_KEY });
  return new Map(loaded.flatMap(([key, history]) => (history ? [[String(key[1]), history]] : [])));
}
