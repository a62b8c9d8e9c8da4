import type { ServiceName } from './serviceName.ts';

/** A request that a service received. Never contains tokens: no headers, and no queries of Auth. */
export interface LoggedRequest {
  service: ServiceName;
  method: string;
  path: string;
  /** Starts with a question mark. Empty for Auth, whose queries contain secrets. */
  query: string;
  /** Null if the connection was closed before the response was complete. */
  status: number | null;
  origin: string | null;
  /** Time of the simulated clock, ISO 8601 with zone. */
  time: string;
  requestId: string | null;
}

const MAX_ENTRIES = 20_000;

/** The requests to Auth, Transfer and GCS Manager, oldest first. Drops the oldest when there are too many. */
export class RequestLog {
  #entries: LoggedRequest[] = [];

  add(entry: LoggedRequest): void {
    this.#entries.push(entry);
    if (this.#entries.length > 2 * MAX_ENTRIES) this.#entries = this.#entries.slice(-MAX_ENTRIES);
  }

  all(): LoggedRequest[] {
    return [...this.#entries];
  }

  clear(): void {
    this.#entries = [];
  }
}
