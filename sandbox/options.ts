/** The options of a sandbox. The command line has the same ones. */
export interface SandboxOptions {
  /** Port of the control API; Auth, Transfer and GCS Manager use the next three. 0: four free ports. Default 0. */
  port?: number;
  /** Number of stream access points in the world. Default 24. */
  accessPoints?: number;
  /** Number of tunnels in the world, most of them owned by the researcher. Default 12. */
  tunnels?: number;
  /** The same seed generates the same world. Default 'sandbox'. */
  seed?: string;
  /** Added to every response of the Auth API, Transfer and GCS Manager, in milliseconds. Default 0. */
  latencyMs?: number;
  /**
   * How many times faster than real time a tunnel changes state. At the default of 1, a change takes a few seconds.
   * Never changes the order of states or events.
   */
  speed?: number;
  /** Host to listen on. Default 'localhost'. */
  host?: string;
  /** Lets tunnels forward to every port of this machine, see data-plane/loopback.ts. Default false. */
  anyPort?: boolean;
  /** Additional redirect URIs to register. They must match exactly. */
  redirectUris?: string[];
}

/** The addresses and clients of a running sandbox. With `--json`, the command line prints exactly this. */
export interface SandboxDescription {
  ready: true;
  control: string;
  auth: string;
  transfer: string;
  gcs: string;
  client: { id: string };
  service: { id: string; secret: string };
}
