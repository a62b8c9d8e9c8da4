import { shortId } from '../text/id.ts';
import type { Tunnel } from '../tunnel/tunnel.ts';
import { accessPointName, type FleetNames, ownerName } from './names.ts';
import type { FleetGrouping } from './urlState.ts';

/** Tunnels that have something in common. */
export interface FleetGroup {
  /** One id, or two with a space between them. */
  key: string;
  title: string;
  tunnels: Tunnel[];
}

/**
 * Puts tunnels together; each group keeps the order they come in, the largest group comes first. By access point
 * a tunnel stands in two groups, since it has two ends; what Globus did not tell makes a group of its own.
 */
export function groupFleet(
  tunnels: readonly Tunnel[],
  grouping: FleetGrouping,
  names: FleetNames,
): FleetGroup[] {
  const groups = new Map<string, FleetGroup>();
  for (const tunnel of tunnels) {
    for (const { key, title } of placesOf(tunnel, grouping, names)) {
      const group = groups.get(key);
      if (group) group.tunnels.push(tunnel);
      else groups.set(key, { key, title, tunnels: [tunnel] });
    }
  }
  return [...groups.values()].sort(
    (one, other) => other.tunnels.length - one.tunnels.length || (one.title < other.title ? -1 : 1),
  );
}

function placesOf(
  tunnel: Tunnel,
  grouping: FleetGrouping,
  names: FleetNames,
): { key: string; title: string }[] {
  const { initiatorAccessPointId: from, listenerAccessPointId: to, ownerId } = tunnel;
  if (grouping === 'owner') {
    return [{ key: ownerId ?? NOT_TOLD, title: ownerName(names, tunnel) ?? unnamed(ownerId) }];
  }
  const title = (id: string | null) => accessPointName(names, id) ?? unnamed(id);
  if (grouping === 'pair')
    return [{ key: `${from ?? NOT_TOLD} ${to ?? NOT_TOLD}`, title: `${title(from)} → ${title(to)}` }];
  return [...new Set([from, to])].map((id) => ({ key: id ?? NOT_TOLD, title: title(id) }));
}

/** In place of an id. */
const NOT_TOLD = 'not-told';

const unnamed = (id: string | null) => (id === null ? 'Not told' : shortId(id));
