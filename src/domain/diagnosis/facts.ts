import type { AccessPoint } from '../site/accessPoint.ts';
import { toSingleLine } from '../text/plainText.ts';
import type { TunnelEvent } from '../tunnel/event.ts';
import { type ErrorHint, errorHint, reliableTunnelHistory, type TunnelHistory } from '../tunnel/history.ts';
import { endsAtMs, type Tunnel } from '../tunnel/tunnel.ts';

/** What a diagnosis is made from. What couldn't be loaded is null. */
export interface DiagnosisInput {
  tunnel: Tunnel;
  events: readonly TunnelEvent[] | null;
  /** Whether these are all events that exist. */
  isEveryEvent: boolean;
  /** Whether the newest events may be missing. Older ones then decide nothing. */
  lacksNewest: boolean;
  initiator: AccessPoint | null;
  listener: AccessPoint | null;
  /** Milliseconds since the epoch. */
  now: number;
}

/** What the rules read, derived once for all of them. */
export interface DiagnosisFacts {
  tunnel: Tunnel;
  history: TunnelHistory;
  areEventsLoaded: boolean;
  isEveryEvent: boolean;
  lacksNewest: boolean;
  now: number;
  /** Milliseconds since the creation; null when Globus doesn't report it. */
  ageMs: number | null;
  /** Milliseconds until the lifetime ends, negative after it; null when Globus doesn't report enough. */
  leftMs: number | null;
  /** When the lifetime ends, milliseconds since the epoch. */
  endMs: number | null;
  /** Whether this device's clock says that the tunnel will be created in the future. */
  isClockBehind: boolean;
  /**
   * Where the error points that describes the present, or that ended the tunnel, if its code says so. An error with
   * later events is history: then null.
   */
  errorHint: ErrorHint | null;
  initiator: AccessPoint | null;
  listener: AccessPoint | null;
  /** What to call the access points in a sentence. */
  initiatorName: string;
  listenerName: string;
  /** How a reply begins: "Your tunnel", with its label in quotation marks if it has one. */
  yourTunnel: string;
}

/** Clocks of two machines differ by seconds; a larger difference means that one of them is wrong. */
const CLOCK_TOLERANCE_MS = 60_000;

/** Derives what the rules read. */
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
  const decisiveError = tunnel.state === 'STOPPED' ? history.unresolvedError : history.currentError;
  const { createdAtMs } = tunnel;
  const endMs = endsAtMs(tunnel);
  const label = toSingleLine(tunnel.label ?? '', 80);
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
    isClockBehind: createdAtMs !== null && createdAtMs - now > CLOCK_TOLERANCE_MS,
    errorHint: decisiveError && errorHint(decisiveError),
    initiator,
    listener,
    initiatorName: initiator ? toSingleLine(initiator.name, 80) : 'the initiator',
    listenerName: listener ? toSingleLine(listener.name, 80) : 'the listener',
    yourTunnel: label === '' ? 'Your tunnel' : `Your tunnel “${label}”`,
  };
}
