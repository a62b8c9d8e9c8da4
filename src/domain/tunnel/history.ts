import { compareEventIds, type TunnelEvent } from './event.ts';
import type { Tunnel } from './tunnel.ts';

/** What a tunnel's events say, derived once. */
export interface TunnelHistory {
  /** Newest first, without duplicates. */
  events: readonly TunnelEvent[];
  startedEvent: TunnelEvent | null;
  activeEvent: TunnelEvent | null;
  stoppedEvent: TunnelEvent | null;
  lastError: TunnelEvent | null;
  /** The last error, unless the tunnel became active after it, or the side that failed reported success. */
  unresolvedError: TunnelEvent | null;
  /** The unresolved error, if nothing but the end came after it: only then does it describe the present. */
  currentError: TunnelEvent | null;
  /** What came after the unresolved error, other than errors and the end; newest first. */
  afterError: readonly TunnelEvent[];
  errorCount: number;
  /** How often the tunnel became active; more than once means restarts. */
  activationCount: number;
}

/** Derives the history from events in any order. */
export function buildTunnelHistory(unsorted: readonly TunnelEvent[]): TunnelHistory {
  const events = newestFirst(unsorted);
  const last = (matches: (event: TunnelEvent) => boolean) => events.find(matches) ?? null;
  const lastError = last(({ isError }) => isError);
  const active = last(({ code }) => code === 'TUNNEL_ACTIVE');
  const afterLastError = events
    .slice(0, lastError ? events.indexOf(lastError) : 0)
    .filter(({ code }) => code !== 'TUNNEL_STOPPED');
  const side = lastError && errorHint(lastError);
  const isResolved = afterLastError.some(
    (event) => event.code === 'TUNNEL_ACTIVE' || (side !== null && errorHint(event) === side),
  );
  const unresolvedError = isResolved ? null : lastError;
  return {
    events,
    startedEvent: last(({ code }) => code === 'STARTED'),
    activeEvent: active,
    stoppedEvent: last(({ code }) => code === 'TUNNEL_STOPPED'),
    lastError,
    unresolvedError,
    currentError: afterLastError.length === 0 ? unresolvedError : null,
    afterError: unresolvedError ? afterLastError : [],
    errorCount: events.filter(({ isError }) => isError).length,
    activationCount: events.filter(({ code }) => code === 'TUNNEL_ACTIVE').length,
  };
}

/** Derives the history, or an empty one while the newest events may be missing: older ones say nothing about now. */
export function reliableTunnelHistory({
  events,
  lacksNewest,
}: {
  /** null if they couldn't be loaded. */
  events: readonly TunnelEvent[] | null;
  lacksNewest: boolean;
}): TunnelHistory {
  return buildTunnelHistory((!lacksNewest && events) || []);
}

/**
 * Sorts events by time, newest first, without duplicates. IDs increase, so they decide between equal times; IDs that
 * aren't numbers only make the order independent of the server's. Events without a time come last.
 */
export function newestFirst(events: readonly TunnelEvent[]): TunnelEvent[] {
  const unique = [...new Map(events.map((event) => [event.id, event])).values()];
  return unique.sort(
    (a, b) =>
      (b.timeMs ?? -Infinity) - (a.timeMs ?? -Infinity) ||
      compareEventIds(b.id, a.id) ||
      (b.id > a.id ? 1 : -1),
  );
}

/**
 * Returns since when the tunnel has been in its state, by an event or, during setup, by its creation.
 *
 * @returns milliseconds since the epoch; null where Globus doesn't report it
 */
export function stateSinceMs(
  { state, createdAtMs }: Pick<Tunnel, 'state' | 'createdAtMs'>,
  { activeEvent, stoppedEvent }: TunnelHistory,
): number | null {
  if (state === 'UNINITIALIZED') return createdAtMs;
  if (state === 'ACTIVE') return activeEvent?.timeMs ?? null;
  return state === 'STOPPED' ? (stoppedEvent?.timeMs ?? null) : null;
}

/** Where an error code points: to one side, or to a site's policy. */
export type ErrorHint = 'listener' | 'initiator' | 'refused';

/**
 * Returns what an error's code says about its cause, or null. [A] Globus publishes no error codes, so a word inside a
 * code is a hint and not a proof: say so where you show it. The description is not read, because its wording varies.
 */
export function errorHint({ codeText }: TunnelEvent): ErrorHint | null {
  if (/REFUSED_BY|DENIED|FORBIDDEN|UNAUTHORI[SZ]ED|NOT_?ALLOWED|POLICY|PERMISSION/i.test(codeText))
    return 'refused';
  if (/LISTENER/i.test(codeText)) return 'listener';
  return /INITIATOR/i.test(codeText) ? 'initiator' : null;
}
