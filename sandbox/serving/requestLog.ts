import type { ServiceName } from './serviceName.ts';

/** One call that a service got. Never holds tokens: no headers, and no query of Auth's. */
export interface LoggedRequest {
  service: ServiceName;
  method: string;
  path: string;
  /** With its question mark; empty for Auth, whose queries carry secrets. */
  query: string;
  /** Null when the connection was cut or the caller left. */
  status: number | null;
  origin: string | null;
  /** World time, ISO 8601 with zone. */
  time: string;
  requestId: string | null;
}

const MOST_KEPT = 20_000;

/** The calls to Auth, Transfer and GCS Manager, oldest first; the oldest go when there are too many. */
export class RequestLog {
  #entries: LoggedRequest[] = [];

  add(entry: LoggedRequest): void {
    this.#entries.push(entry);
    if (this.#entries.length > 2 * MOST_KEPT) this.#entries = this.#entries.slice(-MOST_KEPT);
  }

  all(): LoggedRequest[] {
    return [...this.#entries];
  }

  clear(): void {
    this.#entries = [];
  }
}
