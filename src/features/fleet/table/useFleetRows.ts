import { useMemo } from 'react';
import { sortFleet } from '../../../domain/fleet/columns.ts';
import { createSearchTextCache, dependsOnTime, filterFleet } from '../../../domain/fleet/filter.ts';
import type { FleetNames } from '../../../domain/fleet/names.ts';
import type { FleetUrlState } from '../../../domain/fleet/urlState.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { useNow } from '../../../ui/text/useNow.ts';

const STEP_MS = 15_000;

/** The tunnels that match, in order. Each step is done again only when something it depends on changed. */
export function useFleetRows(tunnels: readonly Tunnel[], { filter, sort }: FleetUrlState, names: FleetNames) {
  const now = useNow(STEP_MS);
  const filterNow = dependsOnTime(filter) ? now : 0;
  const textOf = useMemo(() => createSearchTextCache(names), [names]);
  const matching = useMemo(
    () => filterFleet(tunnels, filter, textOf, filterNow),
    [tunnels, filter, textOf, filterNow],
  );
  return useMemo(() => sortFleet(matching, sort, names), [matching, sort, names]);
}
