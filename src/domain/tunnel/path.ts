import { oneLine } from '../text/plainText.ts';
import { errorHint, type TunnelHistory } from './history.ts';
import type { TunnelState } from './state.ts';
import type { Tunnel } from './tunnel.ts';

/** What is known of a stretch of a tunnel's path. */
export type LegState = 'known-good' | 'waiting' | 'failed' | 'unknown' | 'closed';

/** One stretch, and what it is known by. */
export interface Leg {
  state: LegState;
  because: string;
}

/** The four stretches: initiating application, initiator, Globus, listener, listening application. */
export type Legs = readonly [Leg, Leg, Leg, Leg];

const NOT_TOLD: Leg = {
  state: 'unknown',
  because: 'Globus never tells whether an application is connected.',
};
const UNKNOWN_STATE: Leg = { state: 'unknown', because: 'This state is not one this dashboard knows.' };
const SETTING_UP: Leg = { state: 'waiting', because: 'Globus is still calling the two sites.' };
const NOT_YET: Leg = { state: 'unknown', because: 'Globus does not tell before the tunnel is active.' };
const ACTIVE: Leg = { state: 'known-good', because: 'Globus calls the tunnel active.' };
const STOPPING: Leg = { state: 'waiting', because: 'Globus is closing the tunnel.' };
const CLOSED: Leg = { state: 'closed', because: 'The tunnel is over or about to be.' };
const NO_CONTACT: Leg = { state: 'waiting', because: "Nobody has given the listener's contact yet." };
const CONNECTING: Leg = {
  state: 'waiting',
  because: "Globus has the listener's contact and is connecting.",
};

/** Only what the API tells: the state by itself says nothing about the applications at either end. */
const LEGS: Readonly<Record<TunnelState, Legs>> = {
  UNINITIALIZED: [NOT_TOLD, SETTING_UP, SETTING_UP, NOT_TOLD],
  AWAITING_LISTENER: [NOT_TOLD, NOT_YET, NOT_YET, NO_CONTACT],
  ACTIVE: [NOT_TOLD, ACTIVE, ACTIVE, NOT_TOLD],
  STOPPING: [CLOSED, STOPPING, STOPPING, CLOSED],
  STOPPED: [CLOSED, CLOSED, CLOSED, CLOSED],
  unknown: [UNKNOWN_STATE, UNKNOWN_STATE, UNKNOWN_STATE, UNKNOWN_STATE],
};

/** What a tunnel's state and its events say about each leg of its path, each with its evidence. */
export function legsOf(
  tunnel: Pick<Tunnel, 'state' | 'listenerContact'>,
  { trouble }: Pick<TunnelHistory, 'trouble'>,
): Legs {
  const [initiatorEnd, initiatorSide, listenerSide, listenerEnd] = LEGS[tunnel.state];
  const isConnecting = tunnel.state === 'AWAITING_LISTENER' && tunnel.listenerContact !== null;
  const hint = trouble && errorHint(trouble);
  const failed: Leg = {
    state: 'failed',
    because: `The last error event, ${oneLine(trouble?.codeText ?? '', 40)}, names this side.`,
  };
  return [
    hint === 'initiator' ? failed : initiatorEnd,
    initiatorSide,
    listenerSide,
    hint === 'listener' ? failed : isConnecting ? CONNECTING : listenerEnd,
  ];
}
