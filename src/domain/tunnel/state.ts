/** Every state this dashboard knows, in the order a tunnel goes through them, 'unknown' last. */
export const TUNNEL_STATES = [
  'UNINITIALIZED',
  'AWAITING_LISTENER',
  'ACTIVE',
  'STOPPING',
  'STOPPED',
  'unknown',
] as const;

/** One of the known states. The API's field is an open set: every other value is 'unknown'. */
export type TunnelState = (typeof TUNNEL_STATES)[number];

/** The states in words for people. Outcomes and tiles use the same words. */
export const STATE_LABELS: Readonly<Record<TunnelState, string>> = {
  UNINITIALIZED: 'Setting up',
  AWAITING_LISTENER: 'Waiting for listener',
  ACTIVE: 'Active',
  STOPPING: 'Stopping',
  STOPPED: 'Stopped',
  unknown: 'Unknown',
};

/**
 * The states in which something holds. Sources: globus-api.md, "Transfer v2: streaming"; [A] is an assumption, and the
 * server decides. In an unknown state [A] every action is offered, so that no one is locked out.
 */
const STATE_RULES = {
  // "Stopping is allowed in every state but STOPPING and STOPPED."
  canStop: ['UNINITIALIZED', 'AWAITING_LISTENER', 'ACTIVE', 'unknown'],
  // "DELETE: only a stopped tunnel."
  canDelete: ['STOPPED', 'unknown'],
  // "PATCH: label", with no state excluded.
  canRename: TUNNEL_STATES,
  // AWAITING_LISTENER waits for this. [A] The command-line tools of Globus also change the address of an active tunnel.
  canSetListener: ['AWAITING_LISTENER', 'ACTIVE', 'unknown'],
  // [A] Globus leaves these states on its own, within seconds or minutes.
  isSettling: ['UNINITIALIZED', 'STOPPING'],
  // "No call extends a lifetime", and no call starts a stopped tunnel.
  isTerminal: ['STOPPED'],
} as const satisfies Record<string, readonly TunnelState[]>;

interface WithState {
  state: TunnelState;
}

function holds(rule: keyof typeof STATE_RULES, { state }: WithState): boolean {
  const states: readonly TunnelState[] = STATE_RULES[rule];
  return states.includes(state);
}

/** What a user can do with a tunnel in its state. The server may still refuse. */
export const tunnelCan = {
  stop: (tunnel: WithState): boolean => holds('canStop', tunnel),
  delete: (tunnel: WithState): boolean => holds('canDelete', tunnel),
  rename: (tunnel: WithState): boolean => holds('canRename', tunnel),
  setListener: (tunnel: WithState): boolean => holds('canSetListener', tunnel),
};

/**
 * Returns whether a tunnel is about to change on its own. A tunnel that waits for its listener is, once it has the
 * listener address.
 */
export function isTransitional({
  state,
  listenerContact,
}: WithState & { listenerContact: unknown }): boolean {
  return holds('isSettling', { state }) || (state === 'AWAITING_LISTENER' && listenerContact !== null);
}

/** Returns whether a tunnel is stopping or has stopped. In an unknown state, nothing is known about that. */
export function isStoppingOrStopped({ state }: WithState): boolean {
  return state === 'STOPPING' || state === 'STOPPED';
}

/** Returns whether a tunnel will never change again. */
export function isTerminal(tunnel: WithState): boolean {
  return holds('isTerminal', tunnel);
}

/** Returns the state that a value of the API stands for; 'unknown' for every value this dashboard doesn't know. */
export function parseTunnelState(stateText: string): TunnelState {
  return TUNNEL_STATES.find((state) => state === stateText) ?? 'unknown';
}

/** Returns the state in words for people; for an unknown one, the server's own value. */
export function tunnelStateLabel({ state, stateText }: WithState & { stateText: string }): string {
  return state === 'unknown' && stateText !== '' ? stateText : STATE_LABELS[state];
}
