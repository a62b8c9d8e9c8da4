import type { Tunnel } from './tunnel.ts';
import type { TunnelState } from './tunnelState.ts';

/** What is known of a stretch of a tunnel's path. */
export type LegState = 'known-good' | 'waiting' | 'unknown' | 'closed';

/** The four stretches: initiating application, initiator, Globus, listener, listening application. */
export type Legs = readonly [LegState, LegState, LegState, LegState];

/**
 * Only what the API tells. It never tells whether an application is connected, so the outermost legs of an
 * active tunnel stay unknown.
 */
const LEGS: Readonly<Record<TunnelState, Legs>> = {
  UNINITIALIZED: ['unknown', 'waiting', 'waiting', 'unknown'],
  AWAITING_LISTENER: ['unknown', 'unknown', 'unknown', 'waiting'],
  ACTIVE: ['unknown', 'known-good', 'known-good', 'unknown'],
  STOPPING: ['closed', 'waiting', 'waiting', 'closed'],
  STOPPED: ['closed', 'closed', 'closed', 'closed'],
  unknown: ['unknown', 'unknown', 'unknown', 'unknown'],
};

/** What a tunnel's state says about each leg of its path. */
export function legsOf({ state }: Pick<Tunnel, 'state'>): Legs {
  return LEGS[state];
}
