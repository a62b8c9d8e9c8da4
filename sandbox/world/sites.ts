/** A Globus Connect Server endpoint of a site. */
export interface Endpoint {
  id: string;
  displayName: string;
  organization: string;
  department: string | null;
  ownerIdentityId: string;
  ownerString: string;
  /** Identities with the administrator role, including the owner. */
  administratorIds: readonly string[];
  subscriptionId: string | null;
  gcsVersion: string;
  /** Everyone can read the stream gateways of a public endpoint. Other endpoints require a role. */
  isPublic: boolean;
  /** The DNS name under which the site serves its gateways. */
  domainName: string;
}

/** What a site requires of the people who use an access point. */
export interface GatewayPolicy {
  /** The session must have an authentication of an identity in one of these domains. Empty: any domain. */
  allowedDomains: string[];
  /** The session must have an authentication that is at most this old. */
  authenticationTimeoutMins: number | null;
  requireMfa: boolean;
  /** The token must carry a consent for `data_access` on the endpoint. */
  requireConsent: boolean;
  /** Usernames. If the list isn't empty, no one else has access. */
  usersAllow: string[];
  usersDeny: string[];
  lanName: string | null;
  lanSecretRequired: boolean;
}

/**
 * How a site fails.
 * - `unreachable`: tunnels can be created, but fail when they are connected.
 * - `refuses`: creating a tunnel fails with an ExternalError from the site.
 */
export type SiteFault = 'none' | 'unreachable' | 'refuses';

/** A stream access point. Its attributes have the names of the Transfer API. */
export interface AccessPoint {
  id: string;
  /** Null: Transfer reports no host endpoint. */
  endpointId: string | null;
  attributes: AccessPointAttributes;
  /** The stream gateway of this access point. It has the same name but another ID. */
  gatewayId: string;
  policy: GatewayPolicy;
  fault: SiteFault;
  /** All attributes in lower case, prepared once because search reads thousands of access points. */
  searchText: string;
}

export interface AccessPointAttributes {
  display_name: string;
  tlsftp_server: string;
  advertised_owner: string | null;
  contact_email: string | null;
  contact_info: string | null;
  department: string | null;
  description: string | null;
  info_link: string | null;
  keywords: string | null;
  organization: string | null;
}

export const OPEN_POLICY: Readonly<GatewayPolicy> = {
  allowedDomains: [],
  authenticationTimeoutMins: null,
  requireMfa: false,
  requireConsent: false,
  usersAllow: [],
  usersDeny: [],
  lanName: null,
  lanSecretRequired: false,
};

/** Returns the text that `filter[fulltext]` searches: all attributes with equal weight. */
export function searchTextOf(attributes: AccessPointAttributes): string {
  return Object.values(attributes)
    .filter((value) => value !== null)
    .join('\n')
    .toLowerCase();
}
