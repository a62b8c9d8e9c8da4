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
  /** Whether the endpoint has a subscription, which streaming needs; null when Globus doesn't report it. */
  hasSubscription: boolean | null;
  gcsVersion: string | null;
  /** Whether anyone can see it, and read its gateways; null if Globus doesn't report it. */
  isPublic: boolean | null;
}

/** What an endpoint without a subscription means for its tunnels (globus-api.md, "What Globus Streaming is"). */
export const NO_SUBSCRIPTION =
  'This endpoint has no Globus subscription. Streaming needs one, so Globus may refuse tunnels here.';
