/** One call of Globus as a developer or a support person wants to see it: no token, no query, no body. */
export interface LoggedRequest {
  /** Counts up from 1 in this tab. */
  id: number;
  /** "transfer", "auth", or the host of an endpoint's GCS Manager. */
  service: string;
  method: string;
  /** Without its query, which may hold what somebody typed. */
  path: string;
  /** The HTTP status, or null when no answer came. */
  status: number | null;
  /** Why no answer came, such as "timeout" or "cancelled". */
  failure: string | null;
  /** Milliseconds since the epoch. */
  startedAtMs: number;
  durationMs: number;
  /** Globus' id of the request. */
  requestId: string | null;
}
