import type { Tunnel } from './tunnel.ts';

/** A condition that must hold before two applications can communicate through a tunnel. */
export interface ConnectStep {
  id: 'setup' | 'listener' | 'connected';
  /** Whether the condition holds, is the next one to hold, or comes later. */
  progress: 'done' | 'current' | 'upcoming';
}

const STEP_IDS: readonly ConnectStep['id'][] = ['setup', 'listener', 'connected'];

/**
 * Returns how far a tunnel has come, judged only by its state and its listener address (globus-api.md, "States seen").
 *
 * @returns null where these say nothing: in an unknown state, and for a tunnel that is stopping or has ended
 */
export function connectSteps({
  state,
  listenerContact,
}: Pick<Tunnel, 'state' | 'listenerContact'>): ConnectStep[] | null {
  const doneCount = countDone(state, listenerContact !== null);
  if (doneCount === null) return null;
  return STEP_IDS.map((id, index) => ({
    id,
    progress: index < doneCount ? 'done' : index === doneCount ? 'current' : 'upcoming',
  }));
}

function countDone(state: Tunnel['state'], hasListenerContact: boolean): number | null {
  if (state === 'UNINITIALIZED') return 0;
  if (state === 'AWAITING_LISTENER') return hasListenerContact ? 2 : 1;
  return state === 'ACTIVE' ? STEP_IDS.length : null;
}
