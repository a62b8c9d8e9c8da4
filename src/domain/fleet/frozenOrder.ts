import type { Tunnel } from '../tunnel/tunnel.ts';

/**
 * Returns the current tunnels in an earlier order, for a list that is in use: no row moves, none is added, and a tunnel
 * that no longer matches the filter stays. Only deleted tunnels disappear.
 *
 * @param orderedIds the IDs of the rows, in their order
 * @param all every tunnel, whether it matches the filter or not
 */
export function frozenOrder(orderedIds: readonly string[], all: readonly Tunnel[]): Tunnel[] {
  const byId = new Map(all.map((tunnel) => [tunnel.id, tunnel]));
  return orderedIds.flatMap((id) => byId.get(id) ?? []);
}
