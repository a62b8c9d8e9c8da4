import { useQuery, useQueryClient } from '@tanstack/react-query';
import { eventsPollMs } from '../../../api/polling.ts';
import { estimateNextCalls, mayLackNewest } from '../../../api/tunnels/eventLog.ts';
import { type TunnelEventFilter, tunnelEventQueries } from '../../../api/tunnels/tunnelEvents.ts';
import { tunnelQueries } from '../../../api/tunnels/tunnels.ts';

/** A tunnel's events, live: the query, what it has read so far (null before the first answer), and how far that is. */
export function useTunnelEvents(tunnelId: string, filter: TunnelEventFilter) {
  const client = useQueryClient();
  const query = useQuery({
    ...tunnelEventQueries.list(tunnelId, filter),
    refetchInterval: ({ state }) =>
      eventsPollMs(
        state,
        client.getQueryState(tunnelQueries.detail(tunnelId).queryKey),
        state.data ? estimateNextCalls(state.data) : 1,
      ),
  });
  const log = query.data;
  return {
    query,
    events: log?.events ?? null,
    isEveryEvent: log !== undefined && log.nextPage === null && log.unreadable === 0,
    lacksNewest: log !== undefined && mayLackNewest(log),
    /** The first reading goes on; a verdict from half of it would be another one a moment later. */
    isReading: query.isLoading || (log?.isInitialRead === true && query.error === null),
  };
}
