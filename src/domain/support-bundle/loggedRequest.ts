/** One request to Globus, for developers and support: without token, query and body. */
export interface LoggedRequest {
  /** Counts from 1 in this tab. */
  id: number;
  /** "transfer", "auth", or the host of a GCS Manager. */
  service: string;
  method: string;
  /** Without the query, which may hold what a person typed. */
  path: string;
  /** The HTTP status; null if there was no response. */
  status: number | null;
  /** Why there was no response, such as "timeout". */
  failure: string | null;
  /** Milliseconds since the epoch. */
  startedAtMs: number;
  durationMs: number;
  /** The ID that Globus gave the request. */
  requestId: string | null;
}
