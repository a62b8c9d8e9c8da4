import { useMemo } from 'react';
import { sortFleet } from '../../../domain/fleet/columns.ts';
import { createFleetLookup, dependsOnTime, filterFleet } from '../../../domain/fleet/filter.ts';
import type { FleetNames } from '../../../domain/fleet/names.ts';
import type { FleetOutcomes } from '../../../domain/fleet/outcomes.ts';
import type { FleetUrlState } from '../../../domain/fleet/urlState.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';

/** Returns the tunnels that match the filter, sorted. Each step runs again only when its inputs have changed. */
export function useFleetRows(
  tunnels: readonly Tunnel[],
  { filter, sort }: FleetUrlState,
  names: FleetNames,
  outcomes: FleetOutcomes,
) {
  const timedOutcomes = dependsOnTime(filter) ? outcomes : null;
  const lookup = useMemo(() => createFleetLookup(names), [names]);
  const matching = useMemo(
    () => filterFleet(tunnels, filter, lookup, timedOutcomes),
    [tunnels, filter, lookup, timedOutcomes],
  );
  return useMemo(() => sortFleet(matching, sort, names), [matching, sort, names]);
}
