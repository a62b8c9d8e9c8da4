import { createStore } from '../../browser/store.ts';
import type { LoggedRequest } from '../../domain/support-bundle/loggedRequest.ts';

/** Enough for a long visit to one page; bounded, because a wall display stays open for weeks. */
const MAX_ENTRIES = 200;

const log = createStore<readonly LoggedRequest[]>([]);
let lastId = 0;

/** Starts the log entry of a call; the function it returns completes the entry and adds it to the log. */
export function startLogEntry(
  call: Pick<LoggedRequest, 'service' | 'method' | 'path'>,
): (end: Pick<LoggedRequest, 'status' | 'failure' | 'requestId'>) => void {
  const startedAtMs = Date.now();
  return (end) => {
    lastId += 1;
    const request = { ...call, ...end, id: lastId, startedAtMs, durationMs: Date.now() - startedAtMs };
    log.set([request, ...log.get().slice(0, MAX_ENTRIES - 1)]);
  };
}

/** Returns the last 200 calls of this tab, newest first; the same list until another call is logged. */
export const requestLog = log.get;

/** Subscribes to the log; returns the function that unsubscribes. */
export const subscribeToRequestLog = log.subscribe;

/** Clears the log, so that the next person to sign in doesn't see it. */
export function clearRequestLog(): void {
  log.set([]);
}
