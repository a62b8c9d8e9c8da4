import type { Tunnel } from '../tunnel/tunnel.ts';

/** How many tunnels of a list use an access point. */
interface AccessPointUsage {
  id: string;
  asInitiator: number;
  asListener: number;
}

/** Which access points are used most, and how often each pair of them. */
export interface FleetUsage {
  /** The most used one first. */
  accessPoints: AccessPointUsage[];
  /** Initiators in rows, listeners in columns, the most used ones first. */
  matrix: { initiatorIds: string[]; listenerIds: string[]; counts: number[][] };
  /** How many tunnels have both access points in the matrix. */
  tunnelsInMatrix: number;
}

/**
 * Counts how often access points and pairs of them are used.
 *
 * @param size how many access points to return at most, and how many rows and columns the matrix has at most
 */
export function fleetUsage(tunnels: readonly Tunnel[], size: number): FleetUsage {
  const usage = new Map<string, AccessPointUsage>();
  const pairs = new Map<string, number>();
  const usageOf = (id: string) => {
    const entry = usage.get(id) ?? { id, asInitiator: 0, asListener: 0 };
    usage.set(id, entry);
    return entry;
  };
  for (const { initiatorAccessPointId: from, listenerAccessPointId: to } of tunnels) {
    if (from !== null) usageOf(from).asInitiator += 1;
    if (to !== null) usageOf(to).asListener += 1;
    if (from !== null && to !== null) pairs.set(`${from} ${to}`, (pairs.get(`${from} ${to}`) ?? 0) + 1);
  }
  const top = (weight: (one: AccessPointUsage) => number) =>
    [...usage.values()]
      .filter((one) => weight(one) > 0)
      .sort((one, other) => weight(other) - weight(one) || (one.id < other.id ? -1 : 1))
      .slice(0, size);
  const initiatorIds = top(({ asInitiator }) => asInitiator).map(({ id }) => id);
  const listenerIds = top(({ asListener }) => asListener).map(({ id }) => id);
  const counts = initiatorIds.map((from) => listenerIds.map((to) => pairs.get(`${from} ${to}`) ?? 0));
  return {
    accessPoints: top(({ asInitiator, asListener }) => asInitiator + asListener),
    matrix: { initiatorIds, listenerIds, counts },
    tunnelsInMatrix: counts.flat().reduce((sum, count) => sum + count, 0),
  };
}
