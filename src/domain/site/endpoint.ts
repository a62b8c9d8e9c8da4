/** A Globus Connect Server endpoint: the site that offers stream access points. */
export interface Endpoint {
  id: string;
  /** null where Globus tells none. */
  name: string | null;
  /** The address of the endpoint's own GCS Manager, or null when there is none that a token may be sent to. */
  gcsManagerUrl: string | null;
  owner: string | null;
  organization: string | null;
  /** The caller's effective roles, such as "administrator". */
  myEffectiveRoles: string[];
  subscriptionId: string | null;
  gcsVersion: string | null;
}
