import { shortId } from '../text/id.ts';
import type { Tunnel } from '../tunnel/tunnel.ts';
import { accessPointName, type FleetNames, ownerName } from './names.ts';
import type { FleetGrouping } from './urlState.ts';

/** Tunnels with a common access point, pair of access points, or owner. */
export interface FleetGroup {
  /** One ID, or two with a space between them. */
  key: string;
  title: string;
  tunnels: Tunnel[];
}

/**
 * Groups tunnels, the largest group first. Each group keeps the order of its tunnels. By access point, a tunnel is in
 * two groups, because it has two access points. Unknown values form a group of their own.
 */
export function groupFleet(
  tunnels: readonly Tunnel[],
  grouping: FleetGrouping,
  names: FleetNames,
): FleetGroup[] {
  const groups = new Map<string, FleetGroup>();
  for (const tunnel of tunnels) {
    for (const { key, title } of groupsOf(tunnel, grouping, names)) {
      const group = groups.get(key);
      if (group) group.tunnels.push(tunnel);
      else groups.set(key, { key, title, tunnels: [tunnel] });
    }
  }
  return [...groups.values()].sort(
    (one, other) => other.tunnels.length - one.tunnels.length || (one.title < other.title ? -1 : 1),
  );
}

function groupsOf(
  tunnel: Tunnel,
  grouping: FleetGrouping,
  names: FleetNames,
): { key: string; title: string }[] {
  const { initiatorAccessPointId: from, listenerAccessPointId: to, ownerId } = tunnel;
  if (grouping === 'owner') {
    return [{ key: ownerId ?? UNKNOWN_KEY, title: ownerName(names, tunnel) ?? fallbackName(ownerId) }];
  }
  const title = (id: string | null) => accessPointName(names, id) ?? fallbackName(id);
  if (grouping === 'pair')
    return [{ key: `${from ?? UNKNOWN_KEY} ${to ?? UNKNOWN_KEY}`, title: `${title(from)} → ${title(to)}` }];
  return [...new Set([from, to])].map((id) => ({ key: id ?? UNKNOWN_KEY, title: title(id) }));
}

/** Takes the place of an ID in a key. */
const UNKNOWN_KEY = 'unknown';

const fallbackName = (id: string | null) => (id === null ? 'Unknown' : shortId(id));
