import { createStore } from '../../browser/store.ts';
import type { LoggedRequest } from '../../domain/support-bundle/loggedRequest.ts';

/** As many as a long look at one page makes; a wall screen must not grow. */
const KEPT = 200;

const log = createStore<readonly LoggedRequest[]>([]);
let lastId = 0;

/** Begins to write a call down, as http.ts does with every one; what comes back ends it. */
export function startLogEntry(
  call: Pick<LoggedRequest, 'service' | 'method' | 'path'>,
): (end: Pick<LoggedRequest, 'status' | 'failure' | 'requestId'>) => void {
  const startedAtMs = Date.now();
  return (end) => {
    lastId += 1;
    const request = { ...call, ...end, id: lastId, startedAtMs, durationMs: Date.now() - startedAtMs };
    // The oldest gives way.
    log.set([request, ...log.get().slice(0, KEPT - 1)]);
  };
}

/** Returns the last 200 calls of this tab, newest first; the same list until another call is logged. */
export const requestLog = log.get;

/** Calls back whenever a call is logged; returns the function that stops it. */
export const subscribeToRequestLog = log.subscribe;

/** Forgets every call, because they were another person's. */
export function clearRequestLog(): void {
  log.set([]);
}
