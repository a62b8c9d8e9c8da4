import { toSingleLine } from '../text/plainText.ts';
import { errorHint, type TunnelHistory } from './history.ts';
import type { TunnelState } from './state.ts';
import type { Tunnel } from './tunnel.ts';

/** What is known about one segment of a tunnel's path. */
export type PathSegmentState = 'connected' | 'waiting' | 'failed' | 'unknown' | 'closed';

/** One segment, and why its state is known. */
export interface PathSegment {
  state: PathSegmentState;
  reason: string;
}

/** The four segments between initiating application, initiator, Globus, listener, and listening application. */
export type PathSegments = readonly [PathSegment, PathSegment, PathSegment, PathSegment];

const NOT_REPORTED: PathSegment = {
  state: 'unknown',
  reason: 'Globus doesn’t report application connections.',
};
const UNRECOGNIZED: PathSegment = { state: 'unknown', reason: 'Unrecognized state.' };
const SETTING_UP: PathSegment = { state: 'waiting', reason: 'Globus is still setting up the two sites.' };
const NOT_YET_REPORTED: PathSegment = {
  state: 'unknown',
  reason: 'Not reported until the tunnel is active.',
};
const ACTIVE: PathSegment = { state: 'connected', reason: 'Globus reports the tunnel as active.' };
const STOPPING: PathSegment = { state: 'waiting', reason: 'Globus is closing the tunnel.' };
const CLOSED: PathSegment = { state: 'closed', reason: 'The tunnel has stopped or is stopping.' };
const NO_LISTENER: PathSegment = { state: 'waiting', reason: 'Listener address not entered yet.' };
const CONNECTING: PathSegment = { state: 'waiting', reason: 'Globus is connecting to the listener.' };

/** What the state alone says. It never says anything about the applications at either end. */
const SEGMENTS_BY_STATE: Readonly<Record<TunnelState, PathSegments>> = {
  UNINITIALIZED: [NOT_REPORTED, SETTING_UP, SETTING_UP, NOT_REPORTED],
  AWAITING_LISTENER: [NOT_REPORTED, NOT_YET_REPORTED, NOT_YET_REPORTED, NO_LISTENER],
  ACTIVE: [NOT_REPORTED, ACTIVE, ACTIVE, NOT_REPORTED],
  STOPPING: [CLOSED, STOPPING, STOPPING, CLOSED],
  STOPPED: [CLOSED, CLOSED, CLOSED, CLOSED],
  unknown: [UNRECOGNIZED, UNRECOGNIZED, UNRECOGNIZED, UNRECOGNIZED],
};

/** Returns what a tunnel's state and events say about each segment of its path, each with its reason. */
export function pathSegments(
  tunnel: Pick<Tunnel, 'state' | 'listenerContact'>,
  { unresolvedError, currentError }: Pick<TunnelHistory, 'unresolvedError' | 'currentError'>,
): PathSegments {
  const [initiatorLan, initiatorWan, listenerWan, listenerLan] = SEGMENTS_BY_STATE[tunnel.state];
  const isConnecting = tunnel.state === 'AWAITING_LISTENER' && tunnel.listenerContact !== null;
  // What ended a tunnel stays true; before its end, later events say more about the present.
  const error = tunnel.state === 'STOPPED' ? unresolvedError : currentError;
  const hint = error && errorHint(error);
  const failed: PathSegment = {
    state: 'failed',
    reason: `The last error (${toSingleLine(error?.codeText ?? '', 40)}) is on this side.`,
  };
  return [
    hint === 'initiator' ? failed : initiatorLan,
    initiatorWan,
    listenerWan,
    hint === 'listener' ? failed : isConnecting ? CONNECTING : listenerLan,
  ];
}
