import type { QueryClient } from '@tanstack/react-query';
import { requestedStops } from '../../../api/tunnels/requestedStops.ts';
import { tunnelQueries } from '../../../api/tunnels/tunnels.ts';
import { createStore } from '../../../browser/store.ts';
import {
  type ActivityEntry,
  type Announced,
  addToActivity,
  notYetAnnounced,
  toActivityEntries,
} from '../../../domain/fleet/activity.ts';
import { detectFleetChanges, detectStops } from '../../../domain/fleet/changes.ts';
import { addObservation, type ObservedPeriod, stateCounts } from '../../../domain/fleet/history.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { currentSession, subscribeToSession } from '../../../session/sessionStore.ts';
import { announce } from './announce.ts';
import { currentNotificationSettings } from './useNotificationSettings.ts';

/** What this tab has observed of the tunnels since the list was first opened. */
export interface FleetWatch {
  /** The list as it was last observed; null before the first time. */
  tunnels: readonly Tunnel[] | null;
  periods: readonly ObservedPeriod[];
  /** Newest first. */
  entries: readonly ActivityEntry[];
  announced: Announced;
  /** The IDs of the tunnels that were last seen to stop. */
  stops: readonly string[];
}

/** Limits the requests for their events, should thousands stop at once. */
const MAX_STOPS = 100;

const NOTHING_OBSERVED: FleetWatch = { tunnels: null, periods: [], entries: [], announced: {}, stops: [] };

/** Lives outside the page, so that activity is still there after a visit to another page. */
export const fleetWatch = createStore<FleetWatch>(NOTHING_OBSERVED);

// What one person's session has observed is gone when they sign out.
let personId = currentSession()?.identity.id;
subscribeToSession(() => {
  const next = currentSession()?.identity.id;
  if (next !== personId) fleetWatch.set(NOTHING_OBSERVED);
  personId = next;
});

/** Compares the list in the cache with the one observed before: records the counts, and announces what changed. */
export function observeFleet(client: QueryClient): void {
  const list = client.getQueryState(tunnelQueries.list().queryKey);
  if (!list?.data) return;
  const { tunnels } = list.data;
  const now = list.dataUpdatedAt;
  const before = fleetWatch.get();
  const { endingSoonMinutes } = currentNotificationSettings();
  const context = { now, endingSoonMs: endingSoonMinutes * 60_000, requestedStops: requestedStops() };
  const changes = detectFleetChanges(before.tunnels, tunnels, context);
  const { fresh, announced } = notYetAnnounced(changes, before.announced, now);
  fleetWatch.set({
    tunnels,
    periods: addObservation(before.periods, stateCounts(tunnels), now),
    entries: addToActivity(before.entries, toActivityEntries(fresh, now)),
    announced,
    stops: addStops(before, tunnels),
  });
  void announce(fresh, now);
}

function addStops({ tunnels: before, stops }: FleetWatch, after: readonly Tunnel[]): readonly string[] {
  const added = before && before !== after ? detectStops(before, after) : [];
  return added.length > 0 ? [...stops, ...added].slice(-MAX_STOPS) : stops;
}
