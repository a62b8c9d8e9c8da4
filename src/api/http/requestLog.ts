import type { LoggedRequest } from '../../domain/support-bundle/loggedRequest.ts';

/** As many as a long look at one page makes; a wall screen must not grow. */
const KEPT = 200;

let log: readonly LoggedRequest[] = [];
let lastId = 0;
const watchers = new Set<() => void>();

/** Begins to write a call down, as http.ts does with every one; what comes back ends it. */
export function openRequest(
  call: Pick<LoggedRequest, 'service' | 'method' | 'path'>,
): (end: Pick<LoggedRequest, 'status' | 'failure' | 'requestId'>) => void {
  const startedAtMs = Date.now();
  return (end) => {
    lastId += 1;
    const request = { ...call, ...end, id: lastId, startedAtMs, durationMs: Date.now() - startedAtMs };
    // The oldest gives way.
    change([request, ...log.slice(0, KEPT - 1)]);
  };
}

/** The last 200 calls of this tab, newest first; the same list until another call is noted. */
export function requestLog(): readonly LoggedRequest[] {
  return log;
}

/** Tells whenever a call is noted; returns how to stop that. */
export function watchRequestLog(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Forgets every call: they were another person's. */
export function clearRequestLog(): void {
  change([]);
}

function change(next: readonly LoggedRequest[]): void {
  log = next;
  for (const tell of watchers) tell();
}
