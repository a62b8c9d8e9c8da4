import { OUTCOMES, type OutcomeKind, tunnelOutcome } from '../tunnel/outcome.ts';
import type { Tunnel } from '../tunnel/tunnel.ts';

/**
 * Groups tunnels by the endpoints of their access points. A tunnel between two endpoints is in both groups, and one within
 * an endpoint is there once.
 *
 * @param endpointIds the endpoint of each access point, by the ID of the access point
 */
export function tunnelsByEndpoint(
  tunnels: readonly Tunnel[],
  endpointIds: ReadonlyMap<string, string>,
): Map<string, Tunnel[]> {
  const groups = new Map<string, Tunnel[]>();
  for (const tunnel of tunnels) {
    const sides = [tunnel.initiatorAccessPointId, tunnel.listenerAccessPointId];
    const ids = sides.flatMap((id) => (id === null ? [] : (endpointIds.get(id) ?? [])));
    for (const id of new Set(ids)) {
      const group = groups.get(id);
      if (group) group.push(tunnel);
      else groups.set(id, [tunnel]);
    }
  }
  return groups;
}

/**
 * Counts tunnels by outcome, as far as the list alone shows it: what needs attention comes first.
 *
 * @param now milliseconds since the epoch
 */
export function countOutcomes(
  tunnels: readonly Tunnel[],
  now: number,
): { kind: OutcomeKind; count: number }[] {
  const counts = new Map<OutcomeKind, number>();
  for (const tunnel of tunnels) {
    const { kind } = tunnelOutcome(tunnel, null, now);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return OUTCOMES.flatMap((kind) => {
    const count = counts.get(kind) ?? 0;
    return count > 0 ? { kind, count } : [];
  });
}
