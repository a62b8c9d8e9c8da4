/**
 * The policy of a site: what it asks of those who make tunnels through one of its access points (globus-api.md, "GCS
 * Manager"). null: not told.
 */
export interface StreamGateway {
  id: string;
  name: string | null;
  /** Whose identities are let in. */
  allowedDomains: string[] | null;
  /** How old a sign-in may be. */
  authenticationTimeoutMinutes: number | null;
  requiresMfa: boolean | null;
  /** How many rules map identities to local users. */
  identityMappingCount: number | null;
  usersAllowed: string[] | null;
  usersDenied: string[] | null;
  requiresLanSecret: boolean | null;
  lanName: string | null;
}

/** The gateways behind an access point: it is called as its gateway is, and nothing else joins the two. */
export function gatewaysOfAccessPoint(
  accessPointName: string,
  gateways: readonly StreamGateway[],
): StreamGateway[] {
  return gateways.filter(({ name }) => name?.trim() === accessPointName);
}
