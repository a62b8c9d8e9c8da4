import { hashKey, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { tunnelQueries } from '../../../api/tunnels/tunnels.ts';
import { type FleetWatch, fleetWatch, observeFleet } from './fleetWatch.ts';

const LIST_HASH = hashKey(tunnelQueries.list().queryKey);

/** Observes every list that arrives while the page is open, and returns what has been observed so far. */
export function useFleetWatch(): FleetWatch {
  const client = useQueryClient();
  // Follows the cache and not a query's data: a poll that finds no change is an observation too.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observeSoon = () => {
      clearTimeout(timer);
      // In its own task: with thousands of tunnels it takes as long as rendering what changed.
      timer = setTimeout(() => observeFleet(client));
    };
    observeSoon();
    const stop = client.getQueryCache().subscribe((event) => {
      const isNewList = event.type === 'updated' && event.action.type === 'success';
      if (isNewList && event.query.queryHash === LIST_HASH) observeSoon();
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [client]);
  return useSyncExternalStore(fleetWatch.subscribe, fleetWatch.get);
}
