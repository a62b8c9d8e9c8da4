/** What one can ask of a sandbox; the command line has the same names. */
export interface SandboxOptions {
  /** Control's port; Auth, Transfer and GCS Manager take the next three. 0: four free ports. Default 0. */
  port?: number;
  /** How many stream access points to invent, default 24. */
  accessPoints?: number;
  /** How many tunnels to invent, default 12, owned by the researcher for the most part. */
  tunnels?: number;
  /** The same seed makes the same world. Default 'sandbox'. */
  seed?: string;
  /** Added to every answer of Auth's API, Transfer and GCS Manager, milliseconds. Default 0. */
  latencyMs?: number;
  /**
   * Divides the believable pauses of a tunnel's life (1 = as a person sees it, a few seconds). Default 1; tests
   * use more. Never changes the order of states or events.
   */
  speed?: number;
  /** Host to listen on, default 'localhost'. */
  host?: string;
  /** Further registered redirect addresses, exact. */
  redirectUris?: string[];
}

/** What a running sandbox tells about itself; with `--json` the command line prints exactly this. */
export interface SandboxDescription {
  ready: true;
  control: string;
  auth: string;
  transfer: string;
  gcs: string;
  client: { id: string };
  service: { id: string; secret: string };
}
