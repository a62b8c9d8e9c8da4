import type { IdentityMapping } from './policy/identityMapping.ts';

/** A Globus Connect Server endpoint of a site. */
export interface Endpoint {
  id: string;
  displayName: string;
  organization: string;
  department: string | null;
  ownerIdentityId: string;
  ownerString: string;
  roles: readonly EndpointRole[];
  nodes: readonly EndpointNode[];
  /** Null: the endpoint has no subscription, so it can't stream. */
  subscriptionId: string | null;
  gcsVersion: string;
  /** Everyone can read the stream gateways of a public endpoint. Other endpoints require a role. */
  isPublic: boolean;
  /** The DNS name of the site itself, in its addresses and links. */
  domainName: string;
  /** The DNS name that Globus gave to the GCS Manager, below `data.globus.org` or `gaccess.io`. */
  managerDomain: string;
}

export type EndpointRoleName =
  | 'owner'
  | 'administrator'
  | 'access_manager'
  | 'activity_manager'
  | 'activity_monitor';

/** A role on an endpoint. */
export interface EndpointRole {
  id: string;
  /** The URN of an identity or of a group. */
  principal: string;
  role: EndpointRoleName;
}

/** A data transfer node of an endpoint. Members have the names of the GCS Manager API. */
export interface EndpointNode {
  id: string;
  status: 'active' | 'inactive';
  ip_addresses: string[];
  /** The addresses on the site's own networks. A gateway names one of the networks in `lan_name`. */
  lan_addresses: { address: string; network_name: string }[];
  incoming_port_range: [number, number];
  outgoing_port_range: [number, number];
  internal_stream_port_range: [number, number];
}

/**
 * The policy in the document of a stream gateway, with the members of the GCS Manager API. Transfer and GCS Manager
 * enforce exactly this.
 */
export interface GatewayPolicy {
  /** Only identities of these domains have access. Empty: any domain. */
  allowed_domains: string[];
  /** The session must have an authentication that is at most this old. */
  authentication_timeout_mins: number | null;
  /** How identities become usernames at the site. Null: the username is that of the identity. */
  identity_mappings: IdentityMapping[] | null;
  /** Mapped usernames. If the list isn't empty, no one else has access. */
  users_allow: string[];
  /** Mapped usernames. */
  users_deny: string[];
  lan_name: string | null;
  lan_secret_required: boolean;
  /** The mapped username must be a local account. */
  run_as_local_user: boolean;
}

/** What a site requires beyond the document of its gateway. */
export interface SiteDemands {
  /** The ID of a policy at Globus Auth, for refusals that name one. It is never the ID of a gateway. */
  policyId: string;
  /** The session must have an authentication with more than one factor. */
  mfa: boolean;
  /** The token must carry a consent for `data_access` on the endpoint. */
  dataAccessConsent: boolean;
}

/**
 * How a site fails.
 * - `unreachable`: tunnels can be created, but fail when they are connected.
 * - `refuses`: creating a tunnel fails with an error from the site.
 */
export type SiteFault = 'none' | 'unreachable' | 'refuses';

/** The error of a site that `refuses`. Globus passes on whatever the site sent, with any status. */
export interface SiteFailure {
  status: number;
  code: string;
}

/** A stream gateway and its stream access point, which have the same ID and name. */
export interface AccessPoint {
  id: string;
  /** Null: Transfer reports no host endpoint. */
  endpointId: string | null;
  attributes: AccessPointAttributes;
  policy: GatewayPolicy;
  demands: SiteDemands;
  fault: SiteFault;
  failure: SiteFailure;
  /** All attributes in lower case, prepared once because search reads thousands of access points. */
  searchText: string;
}

/** The attributes of an access point, with the names of the Transfer API. */
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
  allowed_domains: [],
  authentication_timeout_mins: null,
  identity_mappings: null,
  users_allow: [],
  users_deny: [],
  lan_name: null,
  lan_secret_required: false,
  run_as_local_user: false,
};

export const EXTERNAL_ERROR: Readonly<SiteFailure> = { status: 502, code: 'ExternalError' };

/** Returns the text that `filter[fulltext]` searches: all attributes with equal weight. */
export function searchTextOf(attributes: AccessPointAttributes): string {
  return Object.values(attributes)
    .filter((value) => value !== null)
    .join('\n')
    .toLowerCase();
}

/** Returns the URN of an identity, as roles have it. */
export function identityUrn(identityId: string): string {
  return `urn:globus:auth:identity:${identityId}`;
}
