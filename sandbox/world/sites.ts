/** A Globus Connect Server endpoint: what an administrator installed at a site. */
export interface Endpoint {
  id: string;
  displayName: string;
  organization: string;
  department: string | null;
  ownerIdentityId: string;
  ownerString: string;
  /** Identities with the administrator role, the owner's included. */
  administratorIds: readonly string[];
  subscriptionId: string | null;
  gcsVersion: string;
  /** Anybody may read a public endpoint's stream gateways; of the others only those who have a role. */
  isPublic: boolean;
  /** The DNS name under which the site serves its gateways. */
  domainName: string;
}

/** What a site asks of the people who use an access point. */
export interface GatewayPolicy {
  /** One authentication of the session must be by an identity of one of these domains; empty: any. */
  allowedDomains: string[];
  /** One authentication must be at most this old. */
  authenticationTimeoutMins: number | null;
  requireMfa: boolean;
  /** The token must carry a consent for `data_access` on the endpoint. */
  requireConsent: boolean;
  /** User names; when not empty nobody else may. */
  usersAllow: string[];
  usersDeny: string[];
  lanName: string | null;
  lanSecretRequired: boolean;
}

/**
 * How a site behaves. `unreachable`: tunnels can be made and then fail while they are being connected.
 * `refuses`: not even that; the site's error comes back as an ExternalError.
 */
export type SiteFault = 'none' | 'unreachable' | 'refuses';

/** A stream access point as Transfer lists it, its attributes named as on the wire. */
export interface AccessPoint {
  id: string;
  /** Null: Transfer does not say where it is. */
  endpointId: string | null;
  attributes: AccessPointAttributes;
  /** The gateway on the endpoint that this access point stands for; the names are the same, the ids are not. */
  gatewayId: string;
  policy: GatewayPolicy;
  fault: SiteFault;
  /** Every attribute in lower case, made once because search looks at thousands. */
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

/** The text that `filter[fulltext]` looks into: all attributes, none weighing more than another. */
export function searchTextOf(attributes: AccessPointAttributes): string {
  return Object.values(attributes)
    .filter((value) => value !== null)
    .join('\n')
    .toLowerCase();
}
