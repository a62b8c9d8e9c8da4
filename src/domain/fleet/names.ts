import { findIdentity, type IdentitiesById, identityName } from '../site/identity.ts';
import type { Tunnel } from '../tunnel/tunnel.ts';

/** What is known by now of the access points and people that tunnels only name by id. */
export interface FleetNames {
  accessPoints: ReadonlyMap<string, { name: string; organization: string | null }>;
  /** Identities by their id. */
  owners: IdentitiesById;
}

/** The name of an access point, where it is known. */
export function accessPointName(names: FleetNames, id: string | null): string | null {
  return id === null ? null : (names.accessPoints.get(id)?.name ?? null);
}

/** The name of a tunnel's owner, where it is known. */
export function ownerName(names: FleetNames, { ownerId }: Pick<Tunnel, 'ownerId'>): string | null {
  const owner = findIdentity(names.owners, ownerId);
  return owner && identityName(owner);
}

/** The organization of a tunnel's owner, where it is known. */
export function ownerOrganization(names: FleetNames, { ownerId }: Pick<Tunnel, 'ownerId'>): string | null {
  return findIdentity(names.owners, ownerId)?.organization ?? null;
}

/** Everything one may look a tunnel up by, in lower case. */
export function searchText(tunnel: Tunnel, names: FleetNames): string {
  const { initiatorAccessPointId, listenerAccessPointId, ownerId } = tunnel;
  const ends = [initiatorAccessPointId, listenerAccessPointId].flatMap((id) => {
    const known = id === null ? undefined : names.accessPoints.get(id);
    return [id, known?.name, known?.organization];
  });
  const owner = findIdentity(names.owners, ownerId);
  const people = [ownerId, owner?.name, owner?.username, owner?.organization];
  const parts = [tunnel.id, tunnel.label, tunnel.stateText, ...ends, ...people];
  return parts.filter(Boolean).join('\n').toLowerCase();
}
