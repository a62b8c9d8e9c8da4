/** A Globus Connect Server endpoint, which offers stream access points. */
export interface Endpoint {
  id: string;
  /** null if Globus reports none. */
  name: string | null;
  /** The address of the endpoint's GCS Manager; null if there is none that may receive a token. */
  gcsManagerUrl: string | null;
  owner: string | null;
  organization: string | null;
  /** The caller's effective roles, such as "administrator". */
  myEffectiveRoles: string[];
  subscriptionId: string | null;
  gcsVersion: string | null;
  /** Whether anyone can see it, and read its gateways; null if Globus doesn't report it. */
  isPublic: boolean | null;
}
