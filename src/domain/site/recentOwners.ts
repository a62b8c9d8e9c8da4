import type { Tunnel } from '../tunnel/tunnel.ts';

const MAX_OWNERS = 40;

/** Returns the owners of the latest tunnels through an access point, each once, at most 40. */
export function recentOwners(tunnels: readonly Tunnel[], accessPointId: string): string[] {
  const through = tunnels
    .filter(
      ({ initiatorAccessPointId, listenerAccessPointId }) =>
        initiatorAccessPointId === accessPointId || listenerAccessPointId === accessPointId,
    )
    .sort((first, second) => (second.createdAtMs ?? 0) - (first.createdAtMs ?? 0));
  return [...new Set(through.flatMap(({ ownerId }) => ownerId ?? []))].slice(0, MAX_OWNERS);
}
