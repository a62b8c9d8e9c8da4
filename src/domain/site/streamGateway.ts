/**
 * The policy of a site: what it requires of people who create tunnels through one of its access points (globus-api.md,
 * "GCS Manager"). null means that Globus doesn't report it.
 */
export interface StreamGateway {
  id: string;
  name: string | null;
  /** The domains whose identities are allowed. */
  allowedDomains: string[] | null;
  /** How long ago the last sign-in may be. */
  authenticationTimeoutMinutes: number | null;
  requiresMfa: boolean | null;
  /** How many rules map identities to local users. */
  identityMappingCount: number | null;
  usersAllowed: string[] | null;
  usersDenied: string[] | null;
  requiresLanSecret: boolean | null;
  lanName: string | null;
}

/** Returns the gateways of an access point: those with its name, which is all that links the two. */
export function gatewaysOfAccessPoint(
  accessPointName: string,
  gateways: readonly StreamGateway[],
): StreamGateway[] {
  return gateways.filter(({ name }) => name?.trim() === accessPointName);
}
