import type { TunnelEvent } from './event.ts';
import type { Tunnel } from './tunnel.ts';

/** What a tunnel's events say, read once for everybody who asks. */
export interface TunnelHistory {
  /** Newest first, each once. */
  events: readonly TunnelEvent[];
  startedEvent: TunnelEvent | null;
  activeEvent: TunnelEvent | null;
  stoppedEvent: TunnelEvent | null;
  lastError: TunnelEvent | null;
  /** The last error, if nothing has told of success since. */
  unresolvedError: TunnelEvent | null;
  errorCount: number;
  /** How often it became active: more than once after restarts. */
  activationCount: number;
}

/** Reads events in whatever order they came. */
export function buildTunnelHistory(unsorted: readonly TunnelEvent[]): TunnelHistory {
  const events = newestFirst(unsorted);
  const last = (matches: (event: TunnelEvent) => boolean) => events.find(matches) ?? null;
  const lastError = last(({ isError }) => isError);
  const active = last(({ code }) => code === 'TUNNEL_ACTIVE');
  const isMended =
    lastError !== null && active !== null && events.indexOf(active) < events.indexOf(lastError);
  return {
    events,
    startedEvent: last(({ code }) => code === 'STARTED'),
    activeEvent: active,
    stoppedEvent: last(({ code }) => code === 'TUNNEL_STOPPED'),
    lastError,
    unresolvedError: isMended ? null : lastError,
    errorCount: events.filter(({ isError }) => isError).length,
    activationCount: events.filter(({ code }) => code === 'TUNNEL_ACTIVE').length,
  };
}

/** The history that may be told: none of it while the newest events may be missing, for these decide. */
export function reliableTunnelHistory({
  events,
  lacksNewest,
}: {
  /** null when they could not be read. */
  events: readonly TunnelEvent[] | null;
  lacksNewest: boolean;
}): TunnelHistory {
  return buildTunnelHistory((!lacksNewest && events) || []);
}

/** Events by time, newest first, each id once; ids grow, so they decide between equal times. Without a time: last. */
export function newestFirst(events: readonly TunnelEvent[]): TunnelEvent[] {
  const once = [...new Map(events.map((event) => [event.id, event])).values()];
  return once.sort(
    (a, b) => (b.timeMs ?? -Infinity) - (a.timeMs ?? -Infinity) || Number(b.id) - Number(a.id) || 0,
  );
}

/**
 * Since when the tunnel is in its state, in milliseconds since the epoch, and only where Globus tells: an event
 * or, for one that is being set up, its creation. null when it does not.
 */
export function stateSinceMs(
  { state, createdAtMs }: Pick<Tunnel, 'state' | 'createdAtMs'>,
  { activeEvent, stoppedEvent }: TunnelHistory,
): number | null {
  if (state === 'UNINITIALIZED') return createdAtMs;
  if (state === 'ACTIVE') return activeEvent?.timeMs ?? null;
  return state === 'STOPPED' ? (stoppedEvent?.timeMs ?? null) : null;
}

/** Where an error points: to the program or host of one side, or to a site's policy. */
export type ErrorHint = 'listener' | 'initiator' | 'refused';

/**
 * What an error event's code says about where it happened, or null. [A] Globus documents no error codes; words
 * inside a code are a hint and no proof, so whoever uses it says so. The description is never read: its wording
 * varies.
 */
export function errorHint({ codeText }: TunnelEvent): ErrorHint | null {
  if (/REFUSED_BY|DENIED|FORBIDDEN|UNAUTHORI[SZ]ED|NOT_?ALLOWED|POLICY|PERMISSION/i.test(codeText))
    return 'refused';
  if (/LISTENER/i.test(codeText)) return 'listener';
  return /INITIATOR/i.test(codeText) ? 'initiator' : null;
}
