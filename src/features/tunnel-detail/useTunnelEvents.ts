import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { pollEvents } from '../../api/polling.ts';
import { type TunnelEventFilter, tunnelEventQueries } from '../../api/tunnelEvents.ts';
import { tunnelQueries } from '../../api/tunnels.ts';

/** A tunnel's events, live: the query, and what it has read so far in one list (null before the first answer). */
export function useTunnelEvents(tunnelId: string, filter: TunnelEventFilter) {
  const client = useQueryClient();
  const query = useInfiniteQuery({
    ...tunnelEventQueries.list(tunnelId, filter),
    refetchInterval: ({ state }) =>
      pollEvents(state, client.getQueryState(tunnelQueries.detail(tunnelId).queryKey)),
  });
  const pages = query.data?.pages;
  const events = useMemo(() => pages?.flatMap((page) => page.events) ?? null, [pages]);
  return { query, events, isEveryEvent: events !== null && !query.hasNextPage };
}
