import { hashKey, type QueryClient, skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { requestedStops } from '../../../api/tunnels/requestedStops.ts';
import { tunnelQueries } from '../../../api/tunnels/tunnels.ts';
import {
  type ActivityEntry,
  type Announced,
  addToActivity,
  notYetAnnounced,
  toActivityEntries,
} from '../../../domain/fleet/activity.ts';
import { detectFleetChanges } from '../../../domain/fleet/changes.ts';
import { addObservation, type ObservedPeriod, stateCounts } from '../../../domain/fleet/history.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { announce } from './announce.ts';
import { currentNotificationSettings } from './useNotificationSettings.ts';

/** What this page has seen of the fleet since it was opened. */
export interface FleetWatch {
  /** The list at the last look; null before the first. */
  tunnels: readonly Tunnel[] | null;
  spans: readonly ObservedPeriod[];
  /** Newest first. */
  feed: readonly ActivityEntry[];
  announced: Announced;
}

const NOTHING: FleetWatch = { tunnels: null, spans: [], feed: [], announced: {} };

// Among the queries, so that it outlives a visit to another page and goes when the person signs out.
const KEY = ['fleet-watch'] as const;
const LIST_KEY = tunnelQueries.list().queryKey;
const LIST_HASH = hashKey(LIST_KEY);

/** Looks at every list that comes: remembers the counts, tells what changed. */
export function useFleetWatch(): FleetWatch {
  const client = useQueryClient();
  // Told by the cache, not by a useQuery: that one holds the list it began with for as long as the page stands.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const lookSoon = () => {
      clearTimeout(timer);
      // In a task of its own: with thousands of tunnels it takes as long as drawing what changed.
      timer = setTimeout(() => look(client));
    };
    lookSoon();
    const stop = client.getQueryCache().subscribe((event) => {
      const isNewList = event.type === 'updated' && event.action.type === 'success';
      if (isNewList && event.query.queryHash === LIST_HASH) lookSoon();
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [client]);
  return (
    useQuery<FleetWatch>({ queryKey: KEY, queryFn: skipToken, gcTime: Infinity, structuralSharing: false })
      .data ?? NOTHING
  );
}

function look(client: QueryClient): void {
  const list = client.getQueryState(LIST_KEY);
  if (!list?.data) return;
  const { tunnels } = list.data;
  const now = list.dataUpdatedAt;
  const seen = client.getQueryData<FleetWatch>(KEY) ?? NOTHING;
  const { endingSoonMinutes } = currentNotificationSettings();
  const watching = { now, endingSoonMs: endingSoonMinutes * 60_000, requestedStops: requestedStops() };
  const changes = detectFleetChanges(seen.tunnels, tunnels, watching);
  const { fresh, announced } = notYetAnnounced(changes, seen.announced, now);
  client.setQueryData<FleetWatch>(KEY, {
    tunnels,
    spans: addObservation(seen.spans, stateCounts(tunnels), now),
    feed: addToActivity(seen.feed, toActivityEntries(fresh, now)),
    announced,
  });
  void announce(fresh, now);
}
