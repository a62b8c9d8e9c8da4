import { isTransitional } from '../tunnel/state.ts';
import { endsAtMs, type Tunnel, timeLeftMs, tunnelName } from '../tunnel/tunnel.ts';

/** What is worth telling of a fleet. */
export const CHANGE_KINDS = ['active', 'failed', 'stopped', 'ending'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** Something that happened to a tunnel between two looks at the list. */
export interface FleetChange {
  kind: ChangeKind;
  tunnelId: string;
  tunnelName: string;
  /** What happened, said after the tunnel's name. */
  text: string;
}

/** What {@link detectFleetChanges} must know beside the two lists. */
export interface ChangeContext {
  /** Milliseconds since the epoch. */
  now: number;
  /** How much of its lifetime a tunnel may have left to end soon, milliseconds. */
  endingSoonMs: number;
  /** The ids of the tunnels that somebody at this browser asked to stop. */
  requestedStops: ReadonlySet<string>;
}

/** A clock may differ from Globus' by so much, and a list is some seconds old. */
const CLOCK_SLACK_MS = 60_000;

/**
 * What happened between two lists. The list tells states alone, so this is what states can tell: a tunnel that was
 * active and waits again has failed; so has one that was on its way when it was seen last and stopped, unasked and
 * before its end.
 * A state nobody knows counts as a failure only when Globus' own word for it says so.
 *
 * @param before null at the first look: only what ends soon is told then
 */
export function detectFleetChanges(
  before: readonly Tunnel[] | null,
  after: readonly Tunnel[],
  watching: ChangeContext,
): FleetChange[] {
  const known = before && new Map(before.map((tunnel) => [tunnel.id, tunnel]));
  return after.flatMap((tunnel) => {
    const was = known?.get(tunnel.id);
    const moved = known && was !== tunnel ? changeOfState(was, tunnel, watching) : null;
    const said = moved ?? endsSoon(tunnel, watching);
    if (!said) return [];
    // Field by field: thousands of them are kept, and what a spread adds to is held in a second object.
    return [{ kind: said.kind, tunnelId: tunnel.id, tunnelName: tunnelName(tunnel), text: said.text }];
  });
}

type Said = Pick<FleetChange, 'kind' | 'text'>;

function changeOfState(was: Tunnel | undefined, is: Tunnel, watching: ChangeContext): Said | null {
  if (is.state === 'ACTIVE')
    return was?.state === 'ACTIVE' ? null : { kind: 'active', text: 'became active' };
  if (!was || was.stateText === is.stateText) return null;
  if (is.state === 'unknown') {
    return /fail|error/i.test(is.stateText) ? { kind: 'failed', text: `is ${is.stateText} now` } : null;
  }
  if (is.state === 'STOPPING' || is.state === 'STOPPED') return changeToStopped(was, is, watching);
  return was.state === 'ACTIVE' ? { kind: 'failed', text: 'lost its connection and waits again' } : null;
}

function changeToStopped(was: Tunnel, is: Tunnel, { now, requestedStops }: ChangeContext): Said | null {
  if (was.state === 'STOPPING' || was.state === 'STOPPED' || requestedStops.has(is.id)) return null;
  const endMs = endsAtMs(is);
  if (endMs !== null && endMs <= now + CLOCK_SLACK_MS) {
    return { kind: 'stopped', text: 'stopped: its lifetime is over' };
  }
  return isTransitional(was)
    ? { kind: 'failed', text: 'stopped before it became active' }
    : { kind: 'stopped', text: 'stopped, without being asked from here' };
}

function endsSoon(tunnel: Tunnel, { now, endingSoonMs }: ChangeContext): Said | null {
  const leftMs = timeLeftMs(tunnel, now);
  if (leftMs === null || leftMs === 0 || leftMs > endingSoonMs || tunnel.state === 'STOPPING') return null;
  return { kind: 'ending', text: 'ends soon' };
}
