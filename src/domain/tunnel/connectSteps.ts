import type { Tunnel } from './tunnel.ts';

/** One thing that must be so before two applications can talk through a tunnel. */
export interface ConnectStep {
  id: 'set-up' | 'listener' | 'joined';
  /** Whether it is so, is being worked on or waited for, or comes later. */
  progress: 'done' | 'now' | 'later';
}

const ORDER: readonly ConnectStep['id'][] = ['set-up', 'listener', 'joined'];

/**
 * How far a tunnel has come, told by nothing but its state and its listener's contact (globus-api.md, "States
 * seen"). Null when that says nothing: a state we do not know, or a tunnel that is stopping or over.
 */
export function connectSteps({
  state,
  listenerContact,
}: Pick<Tunnel, 'state' | 'listenerContact'>): ConnectStep[] | null {
  const done = countDone(state, listenerContact !== null);
  if (done === null) return null;
  return ORDER.map((id, at) => ({ id, progress: at < done ? 'done' : at === done ? 'now' : 'later' }));
}

function countDone(state: Tunnel['state'], hasListener: boolean): number | null {
  if (state === 'UNINITIALIZED') return 0;
  if (state === 'AWAITING_LISTENER') return hasListener ? 2 : 1;
  return state === 'ACTIVE' ? ORDER.length : null;
}
