import { useMemo } from 'react';
import { type FleetGroup, groupFleet } from '../../../domain/fleet/groups.ts';
import type { FleetNames } from '../../../domain/fleet/names.ts';
import type { FleetUrlState } from '../../../domain/fleet/urlState.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';

/** A row of the table: a tunnel, or the heading of the group below it. */
export type TableRow = { key: string; tunnel: Tunnel } | { key: string; group: FleetGroup; isOpen: boolean };

/** Returns the rows of the table: the tunnels, with a heading before each group where the list is grouped. */
export function useTableRows(
  tunnels: readonly Tunnel[],
  { grouping, collapsedGroups }: FleetUrlState,
  names: FleetNames,
): readonly TableRow[] {
  return useMemo(() => {
    if (!grouping) return tunnels.map((tunnel) => ({ key: tunnel.id, tunnel }));
    return groupFleet(tunnels, grouping, names).flatMap((group): TableRow[] => {
      const isOpen = !collapsedGroups.includes(group.key);
      const members = isOpen ? group.tunnels : [];
      return [
        { key: `group ${group.key}`, group, isOpen },
        ...members.map((tunnel) => ({ key: `${group.key} ${tunnel.id}`, tunnel })),
      ];
    });
  }, [tunnels, grouping, names, collapsedGroups]);
}
