import { useQuery, useQueryClient } from '@tanstack/react-query';
import { eventsPollMs } from '../../../api/polling.ts';
import { estimateNextCalls, mayLackNewest } from '../../../api/tunnels/eventLog.ts';
import { type TunnelEventFilter, tunnelEventQueries } from '../../../api/tunnels/tunnelEvents.ts';
import { tunnelQueries } from '../../../api/tunnels/tunnels.ts';

/**
 * Polls a tunnel's events.
 *
 * @returns the query, the events loaded so far (null before the first response), and how complete they are
 */
export function useTunnelEvents(tunnelId: string, filter: TunnelEventFilter) {
  const client = useQueryClient();
  const query = useQuery({
    ...tunnelEventQueries.list(tunnelId, filter),
    refetchInterval: ({ state }) =>
      eventsPollMs(
        state,
        client.getQueryState(tunnelQueries.detail(tunnelId).queryKey),
        state.data ? estimateNextCalls(state.data) : 1,
        Date.now(),
      ),
  });
  const log = query.data;
  return {
    query,
    events: log?.events ?? null,
    isEveryEvent: log !== undefined && log.nextPage === null && log.unreadable === 0,
    lacksNewest: log !== undefined && mayLackNewest(log),
    /** The first load isn't complete, so a diagnosis of what is there would change a moment later. */
    isInitialLoad: query.isLoading || (log?.isInitialLoad === true && query.error === null),
  };
}
