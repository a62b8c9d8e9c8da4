import type { AccessPoint } from '../site/accessPoint.ts';
import { toSingleLine } from '../text/plainText.ts';
import type { TunnelEvent } from '../tunnel/event.ts';
import { type ErrorHint, errorHint, reliableTunnelHistory, type TunnelHistory } from '../tunnel/history.ts';
import { endsAtMs, type Tunnel } from '../tunnel/tunnel.ts';

/** What a diagnosis is made from; what could not be read is null. */
export interface DiagnosisInput {
  tunnel: Tunnel;
  events: readonly TunnelEvent[] | null;
  /** Whether these are all events there are. */
  isEveryEvent: boolean;
  /** Whether the newest may be missing: then no verdict is made from those that are there. */
  lacksNewest: boolean;
  initiator: AccessPoint | null;
  listener: AccessPoint | null;
  /** Milliseconds since the epoch. */
  now: number;
}

/** What the rules look at, worked out once. */
export interface DiagnosisFacts {
  tunnel: Tunnel;
  history: TunnelHistory;
  areEventsLoaded: boolean;
  isEveryEvent: boolean;
  lacksNewest: boolean;
  now: number;
  /** Milliseconds; null when Globus did not say when it was made. */
  ageMs: number | null;
  /** Milliseconds of its lifetime that are left, below zero when it is over; null when Globus did not say enough. */
  leftMs: number | null;
  endMs: number | null;
  /** The tunnel was made in this device's future. */
  isClockBehind: boolean;
  /** Where the unresolved error points, if there is one and its code says it. */
  errorHint: ErrorHint | null;
  /** The access points, and what to call them in a sentence. */
  initiator: AccessPoint | null;
  listener: AccessPoint | null;
  initiatorName: string;
  listenerName: string;
}

/** So near its end, or just past it, a tunnel is better made anew; but not what has half of its life before it. */
const ENDS_SOON_MS = 15 * 60_000;

/** Whether the lifetime ends soon or is just over. */
export function isEndingSoon({ tunnel, leftMs }: DiagnosisFacts): boolean {
  const lifetimeMs = (tunnel.lifetimeMinutes ?? 0) * 60_000;
  return leftMs !== null && leftMs <= Math.min(ENDS_SOON_MS, lifetimeMs / 2);
}

/** Clocks of two machines differ by seconds; more than this is a wrong clock. */
const CLOCK_SLACK_MS = 60_000;

/** Works out what the rules look at. */
export function gatherFacts({
  tunnel,
  events,
  isEveryEvent,
  lacksNewest,
  initiator,
  listener,
  now,
}: DiagnosisInput): DiagnosisFacts {
  const history = reliableTunnelHistory({ events, lacksNewest });
  const { createdAtMs } = tunnel;
  const endMs = endsAtMs(tunnel);
  return {
    tunnel,
    history,
    areEventsLoaded: events !== null,
    isEveryEvent,
    lacksNewest,
    now,
    ageMs: createdAtMs === null ? null : Math.max(0, now - createdAtMs),
    leftMs: endMs === null ? null : endMs - now,
    endMs,
    isClockBehind: createdAtMs !== null && createdAtMs - now > CLOCK_SLACK_MS,
    errorHint: history.unresolvedError && errorHint(history.unresolvedError),
    initiator,
    listener,
    initiatorName: initiator ? toSingleLine(initiator.name, 80) : 'the initiator',
    listenerName: listener ? toSingleLine(listener.name, 80) : 'the listener',
  };
}
