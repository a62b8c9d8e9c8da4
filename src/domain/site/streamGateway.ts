import type { IdentityMapping } from './policy-check/identityMapping.ts';

/**
 * What administrators set on a stream gateway: the policy of a site for everyone who creates tunnels through its access
 * point, and how the gateway presents itself (globus-api.md, "GCS Manager").
 */
export interface GatewaySettings {
  name: string | null;
  /** The domains whose identities are allowed. */
  allowedDomains: string[] | null;
  /** How long ago the last sign-in may be; null: as long as you like. */
  authenticationTimeoutMinutes: number | null;
  /** How identities become usernames; null: the username is the full name of the identity. */
  identityMappings: IdentityMapping[] | null;
  /** Mapped usernames, not identities. */
  usersAllowed: string[] | null;
  /** Mapped usernames, not identities. */
  usersDenied: string[] | null;
  /** The network of the node that the gateway uses; null: all of them. */
  lanName: string | null;
  requiresLanSecret: boolean | null;
  /** Whether the GridFTP server runs as the mapped user, who then needs a local account. */
  runsAsLocalUser: boolean | null;
  contactEmail: string | null;
  contactInfo: string | null;
  department: string | null;
  description: string | null;
  /** Untrusted: link to it only through `safeInfoLink`. */
  infoLink: string | null;
  keywords: string[] | null;
  organization: string | null;
}

/** A stream gateway. It shares its ID with its access point. */
export interface StreamGateway extends GatewaySettings {
  id: string;
  tlsftpUrl: string | null;
  domainName: string | null;
  /** The settings that have a type this dashboard doesn't know; they are null, but that says nothing about them. */
  unreadable: (keyof GatewaySettings)[];
}

/** Returns the access points of a gateway, by the rule of {@link gatewaysOfAccessPoint}. */
export function accessPointsOfGateway<T extends { id: string; name: string }>(
  { id, name }: Pick<StreamGateway, 'id' | 'name'>,
  accessPoints: readonly T[],
): T[] {
  const withId = accessPoints.filter((accessPoint) => accessPoint.id === id);
  return withId.length > 0 ? withId : accessPoints.filter((accessPoint) => accessPoint.name === name?.trim());
}

/**
 * Returns the gateways of an access point: the one with its ID, or those with its name where no ID matches. That the two
 * share an ID is a strong inference, not documented [A].
 */
export function gatewaysOfAccessPoint(
  { id, name }: { id: string; name: string },
  gateways: readonly StreamGateway[],
): StreamGateway[] {
  const withId = gateways.filter((gateway) => gateway.id === id);
  return withId.length > 0 ? withId : gateways.filter((gateway) => gateway.name?.trim() === name);
}
