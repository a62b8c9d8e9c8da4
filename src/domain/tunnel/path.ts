import { toSingleLine } from '../text/plainText.ts';
import { errorHint, type TunnelHistory } from './history.ts';
import type { TunnelState } from './state.ts';
import type { Tunnel } from './tunnel.ts';

/** What is known of a stretch of a tunnel's path. */
export type PathSegmentState = 'known-good' | 'waiting' | 'failed' | 'unknown' | 'closed';

/** One stretch, and what it is known by. */
export interface PathSegment {
  state: PathSegmentState;
  reason: string;
}

/** The four stretches: initiating application, initiator, Globus, listener, listening application. */
export type PathSegments = readonly [PathSegment, PathSegment, PathSegment, PathSegment];

const NOT_TOLD: PathSegment = {
  state: 'unknown',
  reason: 'Globus never tells whether an application is connected.',
};
const UNKNOWN_STATE: PathSegment = {
  state: 'unknown',
  reason: 'This state is not one this dashboard knows.',
};
const SETTING_UP: PathSegment = { state: 'waiting', reason: 'Globus is still calling the two sites.' };
const NOT_YET: PathSegment = {
  state: 'unknown',
  reason: 'Globus does not tell before the tunnel is active.',
};
const ACTIVE: PathSegment = { state: 'known-good', reason: 'Globus calls the tunnel active.' };
const STOPPING: PathSegment = { state: 'waiting', reason: 'Globus is closing the tunnel.' };
const CLOSED: PathSegment = { state: 'closed', reason: 'The tunnel is over or about to be.' };
const NO_CONTACT: PathSegment = { state: 'waiting', reason: "Nobody has given the listener's contact yet." };
const CONNECTING: PathSegment = {
  state: 'waiting',
  reason: "Globus has the listener's contact and is connecting.",
};

/** Only what the API tells: the state by itself says nothing about the applications at either end. */
const LEGS: Readonly<Record<TunnelState, PathSegments>> = {
  UNINITIALIZED: [NOT_TOLD, SETTING_UP, SETTING_UP, NOT_TOLD],
  AWAITING_LISTENER: [NOT_TOLD, NOT_YET, NOT_YET, NO_CONTACT],
  ACTIVE: [NOT_TOLD, ACTIVE, ACTIVE, NOT_TOLD],
  STOPPING: [CLOSED, STOPPING, STOPPING, CLOSED],
  STOPPED: [CLOSED, CLOSED, CLOSED, CLOSED],
  unknown: [UNKNOWN_STATE, UNKNOWN_STATE, UNKNOWN_STATE, UNKNOWN_STATE],
};

/** What a tunnel's state and its events say about each leg of its path, each with its evidence. */
export function pathSegments(
  tunnel: Pick<Tunnel, 'state' | 'listenerContact'>,
  { unresolvedError }: Pick<TunnelHistory, 'unresolvedError'>,
): PathSegments {
  const [initiatorEnd, initiatorSide, listenerSide, listenerEnd] = LEGS[tunnel.state];
  const isConnecting = tunnel.state === 'AWAITING_LISTENER' && tunnel.listenerContact !== null;
  const hint = unresolvedError && errorHint(unresolvedError);
  const failed: PathSegment = {
    state: 'failed',
    reason: `The last error event, ${toSingleLine(unresolvedError?.codeText ?? '', 40)}, names this side.`,
  };
  return [
    hint === 'initiator' ? failed : initiatorEnd,
    initiatorSide,
    listenerSide,
    hint === 'listener' ? failed : isConnecting ? CONNECTING : listenerEnd,
  ];
}
