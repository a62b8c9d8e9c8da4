import { findIdentity, type IdentitiesById, identityName } from '../site/identity.ts';
import { type Contact, contactText } from '../tunnel/contact.ts';
import type { Tunnel } from '../tunnel/tunnel.ts';

interface KnownAccessPoint {
  name: string;
  organization: string | null;
  /** The ID of its endpoint. */
  hostEndpointId: string | null;
}

/** What is known of the access points and owners that tunnels only refer to by ID, as far as it is loaded. */
export interface FleetNames {
  accessPoints: ReadonlyMap<string, KnownAccessPoint>;
  /** Identities by their ID. */
  owners: IdentitiesById;
}

/** Returns the name of an access point, if it is known. */
export function accessPointName(names: FleetNames, id: string | null): string | null {
  return id === null ? null : (names.accessPoints.get(id)?.name ?? null);
}

/** Returns the IDs of the endpoints of a tunnel's access points, as far as they are known. */
export function endpointIdsOf(
  { initiatorAccessPointId, listenerAccessPointId }: Tunnel,
  { accessPoints }: FleetNames,
): string[] {
  return [initiatorAccessPointId, listenerAccessPointId].flatMap(
    (id) => (id === null ? null : accessPoints.get(id)?.hostEndpointId) ?? [],
  );
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
  const contacts = [tunnel.initiatorContact, tunnel.listenerContact].map(optionalContactText);
  const own = [tunnel.id, tunnel.label, tunnel.stateText, tunnel.status];
  const parts = [...own, ...contacts, ...accessPoints, ...ownerTexts];
  return parts.filter(Boolean).join('\n').toLowerCase();
}

const optionalContactText = (contact: Contact | null) => contact && contactText(contact);
