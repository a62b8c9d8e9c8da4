/** A machine of an endpoint, which carries the streams of its gateways. null means that Globus doesn't report it. */
export interface EndpointNode {
  id: string;
  name: string | null;
  /** "active", "inactive", or what else Globus reports. */
  status: string | null;
  ipAddresses: string[];
  /** The addresses on the networks of the site; a gateway names one of the networks, or uses all. */
  lanAddresses: { address: string; networkName: string | null }[];
  /** The first and the last port for streams within the site. */
  internalStreamPorts: { first: number; last: number } | null;
}
