import { focusManager, queryOptions, useQueries, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { isNotFoundOrForbidden } from '../../api/http/errors.ts';
import { isWithinRetryAfter, retryUntilLoadedMs } from '../../api/polling.ts';
import { loadedStoppedHistories, stoppedHistoryQuery } from '../../api/tunnels/stoppedHistory.ts';
import { stopsToExplain } from '../../domain/fleet/outcomes.ts';
import type { Tunnel } from '../../domain/tunnel/tunnel.ts';
import { useNow } from '../../ui/text/useNow.ts';

/** How many tunnels' events are requested at the same time. */
const CONCURRENCY = 4;

/**
 * Loads the events of tunnels that stopped early, because only events tell a failure from a stop. Nothing is requested
 * while the list is paused or the page is hidden.
 *
 * @param stops the IDs of the tunnels that stopped while the page was open
 * @param onLoad called when another history has been loaded
 */
export function useStoppedHistories(
  tunnels: readonly Tunnel[],
  { stops, isPaused, onLoad }: { stops: readonly string[]; isPaused: boolean; onLoad: () => void },
): void {
  const client = useQueryClient();
  const now = useNow(60_000);
  const isVisible = useSyncExternalStore(subscribeToVisibility, () => focusManager.isFocused());
  const wanted = useMemo(() => stopsToExplain(tunnels, stops, now), [tunnels, stops, now]);
  const pending = wanted.filter((id) => {
    const state = client.getQueryState(stoppedHistoryQuery(id).queryKey);
    return state?.data === undefined && !isNotFoundOrForbidden(state?.error);
  });
  useQueries({
    queries: pending.slice(0, CONCURRENCY).map((id) =>
      queryOptions({
        ...stoppedHistoryQuery(id),
        enabled: ({ state }) => isVisible && !isPaused && !isWithinRetryAfter(state, Date.now()),
        refetchInterval: ({ state }) => retryUntilLoadedMs(state),
      }),
    ),
  });
  const loadedCount = loadedStoppedHistories(client).size;
  useEffect(() => {
    if (loadedCount > 0) onLoad();
  }, [loadedCount, onLoad]);
}

const subscribeToVisibility = (onChange: () => void) => focusManager.subscribe(onChange);
