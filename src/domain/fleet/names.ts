import { findIdentity, type IdentitiesById, identityName } from '../site/identity.ts';
import type { Tunnel } from '../tunnel/tunnel.ts';

/** The names of the access points and owners that tunnels only refer to by ID, as far as they are loaded. */
export interface FleetNames {
  accessPoints: ReadonlyMap<string, { name: string; organization: string | null }>;
  /** Identities by their ID. */
  owners: IdentitiesById;
}

/** Returns the name of an access point, if it is known. */
export function accessPointName(names: FleetNames, id: string | null): string | null {
  return id === null ? null : (names.accessPoints.get(id)?.name ?? null);
}

/** Returns the name of a tunnel's owner, if it is known. */
export function ownerName(names: FleetNames, { ownerId }: Pick<Tunnel, 'ownerId'>): string | null {
  const owner = findIdentity(names.owners, ownerId);
  return owner && identityName(owner);
}

/** Returns the organization of a tunnel's owner, if it is known. */
export function ownerOrganization(names: FleetNames, { ownerId }: Pick<Tunnel, 'ownerId'>): string | null {
  return findIdentity(names.owners, ownerId)?.organization ?? null;
}

/** Returns everything that a search for a tunnel looks at, in lower case. */
export function searchText(tunnel: Tunnel, names: FleetNames): string {
  const { initiatorAccessPointId, listenerAccessPointId, ownerId } = tunnel;
  const accessPoints = [initiatorAccessPointId, listenerAccessPointId].flatMap((id) => {
    const accessPoint = id === null ? undefined : names.accessPoints.get(id);
    return [id, accessPoint?.name, accessPoint?.organization];
  });
  const owner = findIdentity(names.owners, ownerId);
  const ownerTexts = [ownerId, owner?.name, owner?.username, owner?.organization];
  const parts = [tunnel.id, tunnel.label, tunnel.stateText, ...accessPoints, ...ownerTexts];
  return parts.filter(Boolean).join('\n').toLowerCase();
}
