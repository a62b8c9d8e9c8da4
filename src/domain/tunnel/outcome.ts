import { toSingleLine } from '../text/plainText.ts';
import { durationText } from '../text/time.ts';
import type { TunnelEvent } from './event.ts';
import type { TunnelHistory } from './history.ts';
import { STATE_LABELS, tunnelStateLabel } from './state.ts';
import { endsAtMs, type Tunnel } from './tunnel.ts';

/** Every outcome, in the order in which a list ranks them: what needs attention first, what has ended last. */
export const OUTCOMES = [
  'failed',
  'overdue',
  'active-with-error',
  'waiting',
  'expiring',
  'setting-up',
  'connecting',
  'active',
  'stopping',
  'unknown',
  'stopped-early',
  'expired',
  'ended',
] as const;

/** What has become of a tunnel. Finer than its state, and derived from it, the times and, if known, the events. */
export type OutcomeKind = (typeof OUTCOMES)[number];

/** How urgent an outcome is. Only `critical` and `warning` need attention. */
type Severity = 'critical' | 'warning' | 'quiet';

/** What has become of a tunnel, and how the dashboard knows. */
export interface Outcome {
  kind: OutcomeKind;
  severity: Severity;
  /** The detail that the label doesn't say, such as "for 32 min"; null if there is none. */
  reason: string | null;
  /** Where the outcome comes from: what Globus reported, and what it didn't. */
  evidence: string;
}

/** The outcomes in words. An unknown state has the server's own name instead (state.ts). */
const LABELS: Readonly<Record<OutcomeKind, string>> = {
  failed: 'Failed',
  overdue: 'Past its end',
  'active-with-error': 'Active, recent error',
  waiting: STATE_LABELS.AWAITING_LISTENER,
  expiring: 'Expiring soon',
  'setting-up': STATE_LABELS.UNINITIALIZED,
  connecting: 'Connecting',
  active: STATE_LABELS.ACTIVE,
  stopping: STATE_LABELS.STOPPING,
  unknown: STATE_LABELS.unknown,
  'stopped-early': 'Stopped early',
  expired: 'Expired',
  ended: 'Ended',
};

const MINUTE_MS = 60_000;
/** [A] Setup takes seconds when all is well; after two minutes something is wrong. */
export const SLOW_SETUP_MS = 2 * MINUTE_MS;
/** [A] For how long it is ordinary that no one has started the listener yet. */
export const LONG_WAIT_MS = 10 * MINUTE_MS;
/** [A] Globus closes a tunnel within this time after its lifetime. */
export const CLOSING_MS = 5 * MINUTE_MS;
/** So close to its end, recreating a tunnel beats using it; but not while it has half of its lifetime left. */
const ENDING_SOON_MS = 15 * MINUTE_MS;
/** [A] How long before the end of the lifetime, and how long after it, a stop can still be due to it. */
const EARLY_MS = 5 * MINUTE_MS;
const LATE_MS = 30 * MINUTE_MS;
/** [A] An error within this time before the end is the reason for it. */
const CAUSE_MS = 5 * MINUTE_MS;
const MAX_REASON_LENGTH = 120;

/** Returns an outcome in words, for people. */
export function outcomeLabel(kind: OutcomeKind): string {
  return LABELS[kind];
}

/** Returns a tunnel's outcome in words, for people; for an unknown state, the server's own name. */
export function outcomeText(tunnel: Pick<Tunnel, 'state' | 'stateText'>, { kind }: Outcome): string {
  return kind === 'unknown' ? tunnelStateLabel(tunnel) : outcomeLabel(kind);
}

/** Returns whether someone should look at a tunnel with this outcome. */
export function needsAttention({ severity }: Outcome): boolean {
  return severity !== 'quiet';
}

/** Returns whether the lifetime ends soon or has just ended. */
export function isEndingSoon(
  { createdAtMs, lifetimeMinutes }: Pick<Tunnel, 'createdAtMs' | 'lifetimeMinutes'>,
  now: number,
): boolean {
  const endMs = endsAtMs({ createdAtMs, lifetimeMinutes });
  const lifetimeMs = (lifetimeMinutes ?? 0) * MINUTE_MS;
  return endMs !== null && endMs - now <= Math.min(ENDING_SOON_MS, lifetimeMs / 2);
}

/** Returns the error that ended a tunnel: one without success after it, shortly before the end. */
export function fatalError({ state }: Pick<Tunnel, 'state'>, history: TunnelHistory): TunnelEvent | null {
  const { unresolvedError: error, stoppedEvent } = history;
  if (state !== 'STOPPED' || error === null) return null;
  const stopMs = stoppedEvent?.timeMs ?? null;
  return error.timeMs === null || stopMs === null || stopMs - error.timeMs <= CAUSE_MS ? error : null;
}

/** Returns whether a stop at a time is due to the end of the lifetime. */
export function isStopAtEnd(stopMs: number, endMs: number): boolean {
  return stopMs >= endMs - EARLY_MS && stopMs <= endMs + LATE_MS;
}

/**
 * Returns what has become of a tunnel. State, times and events decide, never the wording of a status.
 *
 * @param history what the tunnel's events say; null if this page hasn't loaded them. A tunnel is called failed only on
 *   the evidence of an event.
 * @param now milliseconds since the epoch
 */
export function tunnelOutcome(tunnel: Tunnel, history: TunnelHistory | null, now: number): Outcome {
  switch (tunnel.state) {
    case 'UNINITIALIZED':
      return settingUp(tunnel, history, now);
    case 'AWAITING_LISTENER':
      return overdue(tunnel, now) ?? waiting(tunnel, now);
    case 'ACTIVE':
      return overdue(tunnel, now) ?? active(tunnel, history, now);
    case 'STOPPING':
      return { kind: 'stopping', severity: 'quiet', reason: null, evidence: stateEvidence(tunnel) };
    case 'STOPPED':
      return ended(tunnel, history, now);
    case 'unknown':
      return { kind: 'unknown', severity: 'quiet', reason: null, evidence: stateEvidence(tunnel) };
  }
}

function settingUp(tunnel: Tunnel, history: TunnelHistory | null, now: number): Outcome {
  const error = history?.unresolvedError ?? null;
  if (error)
    return {
      kind: 'setting-up',
      severity: 'critical',
      reason: errorReason(error),
      evidence: errorEvidence(error, now),
    };
  const ageMs = ageOf(tunnel, now);
  const isSlow = ageMs !== null && ageMs >= SLOW_SETUP_MS;
  return {
    kind: 'setting-up',
    severity: isSlow ? 'warning' : 'quiet',
    reason: isSlow ? `for ${durationText(ageMs)}` : null,
    evidence: stateEvidence(tunnel),
  };
}

function overdue(tunnel: Tunnel, now: number): Outcome | null {
  const endMs = endsAtMs(tunnel);
  if (endMs === null || now - endMs < CLOSING_MS) return null;
  return {
    kind: 'overdue',
    severity: 'warning',
    reason: `expired ${durationText(now - endMs)} ago but still open`,
    evidence: `${stateEvidence(tunnel)} Its lifetime has passed.`,
  };
}

function waiting(tunnel: Tunnel, now: number): Outcome {
  if (tunnel.listenerContact !== null)
    return {
      kind: 'connecting',
      severity: 'quiet',
      reason: null,
      evidence: `${stateEvidence(tunnel)} The listener address is set.`,
    };
  const ageMs = ageOf(tunnel, now);
  const isLong = ageMs !== null && ageMs >= LONG_WAIT_MS;
  return {
    kind: 'waiting',
    severity: isLong ? 'warning' : 'quiet',
    reason: ageMs === null ? null : `for ${durationText(ageMs)}`,
    evidence: `${stateEvidence(tunnel)} No listener address is set.`,
  };
}

function active(tunnel: Tunnel, history: TunnelHistory | null, now: number): Outcome {
  const error = history?.unresolvedError ?? null;
  if (error)
    return {
      kind: 'active-with-error',
      severity: 'warning',
      reason: errorReason(error),
      evidence: errorEvidence(error, now),
    };
  const endMs = endsAtMs(tunnel);
  if (endMs !== null && isEndingSoon(tunnel, now))
    return {
      kind: 'expiring',
      severity: 'warning',
      reason: endMs > now ? `in ${durationText(endMs - now)}` : 'just expired',
      evidence: `${stateEvidence(tunnel)} A lifetime can’t be extended.`,
    };
  return { kind: 'active', severity: 'quiet', reason: null, evidence: stateEvidence(tunnel) };
}

function ended(tunnel: Tunnel, history: TunnelHistory | null, now: number): Outcome {
  const error = history && fatalError(tunnel, history);
  if (error)
    return {
      kind: 'failed',
      severity: 'critical',
      reason: errorReason(error),
      evidence: errorEvidence(error, now),
    };
  const endMs = endsAtMs(tunnel);
  const stopMs = history?.stoppedEvent?.timeMs ?? null;
  const quiet = (kind: OutcomeKind, reason: string | null, evidence: string): Outcome => ({
    kind,
    severity: 'quiet',
    reason,
    evidence,
  });
  if (endMs === null) return quiet('ended', null, 'Globus doesn’t report when the tunnel should have ended.');
  if (stopMs !== null) {
    if (isStopAtEnd(stopMs, endMs))
      return quiet('expired', null, 'An event says that it stopped at its end.');
    if (stopMs < endMs)
      return quiet(
        'stopped-early',
        `${durationText(endMs - stopMs)} early`,
        'An event says when it stopped.',
      );
    return quiet('ended', null, 'An event says that it stopped long after its end.');
  }
  const eventsNote =
    history === null
      ? 'Its events aren’t loaded here. They may say when it stopped.'
      : 'The loaded events don’t say when.';
  if (now < endMs - EARLY_MS)
    return quiet('stopped-early', null, `It stopped before the end of its lifetime. ${eventsNote}`);
  return quiet('ended', null, `It stopped, and its lifetime has passed. ${eventsNote}`);
}

const ageOf = ({ createdAtMs }: Tunnel, now: number) =>
  createdAtMs === null ? null : Math.max(0, now - createdAtMs);

const stateEvidence = ({ stateText }: Tunnel) =>
  `Globus reports the state ${toSingleLine(stateText, 60) || 'unknown'}.`;

function errorReason({ description, codeText }: TunnelEvent): string {
  return toSingleLine(description || codeText, MAX_REASON_LENGTH) || 'an error without a description';
}

function errorEvidence({ timeMs }: TunnelEvent, now: number): string {
  return timeMs === null
    ? 'An event reports an error, without a time.'
    : `An event reported an error ${durationText(Math.max(0, now - timeMs))} ago, and no success after it.`;
}
