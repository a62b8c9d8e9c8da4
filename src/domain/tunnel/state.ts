/** The states this dashboard knows. The API's field is an open text: any other word becomes 'unknown'. */
export type TunnelState = keyof typeof STATES;

interface StateRule {
  words: string;
  /** It moves on by itself within seconds or minutes. */
  settling: boolean;
  /** It never changes again. */
  terminal: boolean;
  can: { stop: boolean; delete: boolean; rename: boolean; setListener: boolean };
}

/**
 * The state rules. Sources: "api" is Transfer's OpenAPI document as told in globus-api.md, "Transfer v2"; [A] is
 * an assumption of ours, where the server has the last word.
 *
 * - stop: api, PATCH: STOPPING is the one state a client may set.
 * - delete: api, DELETE: only a stopped tunnel.
 * - rename: api, PATCH: the label is an "updatable friendly identifier", in every state.
 * - setListener: api, states: the listener's contact starts a tunnel in AWAITING_LISTENER. No source says in which
 *   states another one is refused: it is offered while a tunnel waits, and in states we do not know [A].
 */
const STATES = {
  // api: the state a tunnel is born in; Globus is still calling the two sites. Stopping it so early: [A].
  UNINITIALIZED: {
    words: 'Being set up',
    settling: true,
    terminal: false,
    can: { stop: true, delete: false, rename: true, setListener: false },
  },
  // api: waits for a person or a host to give the listener's contact, for as long as that takes.
  AWAITING_LISTENER: {
    words: 'Waiting for the listener',
    settling: false,
    terminal: false,
    can: { stop: true, delete: false, rename: true, setListener: true },
  },
  // api: carries data.
  ACTIVE: {
    words: 'Active',
    settling: false,
    terminal: false,
    can: { stop: true, delete: false, rename: true, setListener: false },
  },
  // api: asked to stop; not stopped yet, so not deletable yet.
  STOPPING: {
    words: 'Stopping',
    settling: true,
    terminal: false,
    can: { stop: false, delete: false, rename: true, setListener: false },
  },
  // api: over; nothing starts it again ("no call extends a lifetime: make a new tunnel").
  STOPPED: {
    words: 'Stopped',
    settling: false,
    terminal: true,
    can: { stop: false, delete: true, rename: true, setListener: false },
  },
  // [A] A state we do not know must not lock anybody out: offer what ends it, and let the server judge.
  unknown: {
    words: 'Unknown',
    settling: false,
    terminal: false,
    can: { stop: true, delete: true, rename: true, setListener: true },
  },
} satisfies Record<string, StateRule>;

/** Every known state in the order a tunnel goes through them, 'unknown' last. */
export const TUNNEL_STATES: readonly TunnelState[] = [
  'UNINITIALIZED',
  'AWAITING_LISTENER',
  'ACTIVE',
  'STOPPING',
  'STOPPED',
  'unknown',
];

interface WithState {
  state: TunnelState;
}

/** The state a word of the API stands for; every word we do not know is 'unknown'. */
export function parseTunnelState(stateText: string): TunnelState {
  return TUNNEL_STATES.find((state) => state === stateText) ?? 'unknown';
}

/** The state in words for a person; for an unknown one the server's own word. */
export function tunnelStateLabel({ state, stateText }: WithState & { stateText: string }): string {
  return state === 'unknown' && stateText !== '' ? stateText : STATES[state].words;
}

/** What one can ask of a tunnel in its state; the server may still refuse. */
export const tunnelCan = {
  stop: ({ state }: WithState): boolean => STATES[state].can.stop,
  delete: ({ state }: WithState): boolean => STATES[state].can.delete,
  rename: ({ state }: WithState): boolean => STATES[state].can.rename,
  setListener: ({ state }: WithState): boolean => STATES[state].can.setListener,
};

/**
 * Whether a tunnel is about to change by itself. One that waits for its listener is, once the listener's contact
 * is given.
 */
export function isTransitional({
  state,
  listenerContact,
}: WithState & { listenerContact: unknown }): boolean {
  return STATES[state].settling || (state === 'AWAITING_LISTENER' && listenerContact !== null);
}

/** Whether a tunnel will never change again. */
export function isTerminal({ state }: WithState): boolean {
  return STATES[state].terminal;
}
