import { useMemo } from 'react';
import { sortFleet } from '../../../domain/fleet/columns.ts';
import { createSearchTextCache, dependsOnTime, filterFleet } from '../../../domain/fleet/filter.ts';
import type { FleetNames } from '../../../domain/fleet/names.ts';
import type { FleetUrlState } from '../../../domain/fleet/urlState.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { useNow } from '../../../ui/text/useNow.ts';

/** How often filters that depend on the time are applied again. */
const TIME_FILTER_STEP_MS = 15_000;

/** Returns the tunnels that match the filter, sorted. Each step runs again only when its inputs have changed. */
export function useFleetRows(tunnels: readonly Tunnel[], { filter, sort }: FleetUrlState, names: FleetNames) {
  const now = useNow(TIME_FILTER_STEP_MS);
  const filterNow = dependsOnTime(filter) ? now : 0;
  const textOf = useMemo(() => createSearchTextCache(names), [names]);
  const matching = useMemo(
    () => filterFleet(tunnels, filter, textOf, filterNow),
    [tunnels, filter, textOf, filterNow],
  );
  return useMemo(() => sortFleet(matching, sort, names), [matching, sort, names]);
}
