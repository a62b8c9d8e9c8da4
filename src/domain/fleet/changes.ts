import { isStoppingOrStopped, isTerminal, isTransitional } from '../tunnel/state.ts';
import { endsAtMs, type Tunnel, timeLeftMs, tunnelName } from '../tunnel/tunnel.ts';

/** The changes that are worth an announcement. */
export const CHANGE_KINDS = ['active', 'failed', 'stopped', 'ending'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** A change of a tunnel between two versions of the list. */
export interface FleetChange {
  kind: ChangeKind;
  tunnelId: string;
  tunnelName: string;
  /** What happened, as it reads after the tunnel's name. */
  text: string;
}

/** What {@link detectFleetChanges} needs besides the two lists. */
export interface ChangeContext {
  /** Milliseconds since the epoch. */
  now: number;
  /** How much time a tunnel may have left to count as expiring soon, in milliseconds. */
  endingSoonMs: number;
  /** The IDs of the tunnels that were stopped from this browser. */
  requestedStops: ReadonlySet<string>;
}

/** How much the clocks may differ; a list is also some seconds old. */
const CLOCK_TOLERANCE_MS = 60_000;

/**
 * Detects what happened between two lists. A list holds only states, so these decide: an active tunnel that waits again
 * has failed, and so has one that stopped while it was being set up or connected, unrequested and before its end. An
 * unknown state counts as a failure only if its name says so.
 *
 * @param before null for the first list; then only tunnels that expire soon are reported
 */
export function detectFleetChanges(
  before: readonly Tunnel[] | null,
  after: readonly Tunnel[],
  context: ChangeContext,
): FleetChange[] {
  const known = before && new Map(before.map((tunnel) => [tunnel.id, tunnel]));
  return after.flatMap((tunnel) => {
    const previous = known?.get(tunnel.id);
    const changed = known && previous !== tunnel ? stateChange(previous, tunnel, context) : null;
    const change = changed ?? expiresSoon(tunnel, context);
    if (!change) return [];
    // Field by field, because thousands are kept, and an object built with a spread takes more memory.
    return [{ kind: change.kind, tunnelId: tunnel.id, tunnelName: tunnelName(tunnel), text: change.text }];
  });
}

/** Returns the IDs of the tunnels that stopped between two lists. */
export function detectStops(before: readonly Tunnel[], after: readonly Tunnel[]): string[] {
  const running = new Set(before.filter((tunnel) => !isTerminal(tunnel)).map(({ id }) => id));
  return after.filter((tunnel) => isTerminal(tunnel) && running.has(tunnel.id)).map(({ id }) => id);
}

type ChangeDescription = Pick<FleetChange, 'kind' | 'text'>;

function stateChange(
  before: Tunnel | undefined,
  after: Tunnel,
  context: ChangeContext,
): ChangeDescription | null {
  if (after.state === 'ACTIVE')
    return before?.state === 'ACTIVE' ? null : { kind: 'active', text: 'became active' };
  if (!before || before.stateText === after.stateText) return null;
  if (after.state === 'unknown') {
    return /fail|error/i.test(after.stateText)
      ? { kind: 'failed', text: `changed to ${after.stateText}` }
      : null;
  }
  if (isStoppingOrStopped(after)) return changeToStopped(before, after, context);
  return before.state === 'ACTIVE'
    ? { kind: 'failed', text: 'lost its connection and is reconnecting' }
    : null;
}

function changeToStopped(
  before: Tunnel,
  after: Tunnel,
  { now, requestedStops }: ChangeContext,
): ChangeDescription | null {
  if (isStoppingOrStopped(before) || requestedStops.has(after.id)) return null;
  const endMs = endsAtMs(after);
  if (endMs !== null && endMs <= now + CLOCK_TOLERANCE_MS) {
    return { kind: 'stopped', text: 'expired' };
  }
  return isTransitional(before)
    ? { kind: 'failed', text: 'failed before becoming active' }
    : { kind: 'stopped', text: 'stopped unexpectedly' };
}

function expiresSoon(tunnel: Tunnel, { now, endingSoonMs }: ChangeContext): ChangeDescription | null {
  const leftMs = timeLeftMs(tunnel, now);
  if (leftMs === null || leftMs === 0 || leftMs > endingSoonMs || tunnel.state === 'STOPPING') return null;
  return { kind: 'ending', text: 'expires soon' };
}
