import { type TunnelState, tunnelCan } from '../tunnel/state.ts';
import type { Tunnel } from '../tunnel/tunnel.ts';

/** An action on many tunnels at once. */
export type BulkAction = 'stop' | 'delete' | 'stop-and-delete';

/** The tunnels that an action affects, and those that it can't affect. */
export interface BulkPlan {
  eligible: Tunnel[];
  ineligible: { tunnel: Tunnel; reason: string }[];
}

const REASONS: Readonly<Partial<Record<BulkAction, Partial<Record<TunnelState, string>>>>> = {
  stop: { STOPPED: 'already stopped', STOPPING: 'already stopping' },
  delete: { STOPPING: 'still stopping' },
};

/** Splits tunnels by whether their state allows an action. The server may still refuse. */
export function planBulkAction(action: BulkAction, tunnels: readonly Tunnel[]): BulkPlan {
  const plan: BulkPlan = { eligible: [], ineligible: [] };
  for (const tunnel of tunnels) {
    if (isPossible(action, tunnel)) plan.eligible.push(tunnel);
    else plan.ineligible.push({ tunnel, reason: REASONS[action]?.[tunnel.state] ?? 'not stopped' });
  }
  return plan;
}

function isPossible(action: BulkAction, tunnel: Tunnel): boolean {
  if (action === 'stop') return tunnelCan.stop(tunnel);
  return action === 'stop-and-delete' || tunnelCan.delete(tunnel);
}

/** Returns whether stopping first would help: some tunnels can't be deleted because they still run. */
export function needsStopFirst(action: BulkAction, { ineligible }: BulkPlan): boolean {
  return action === 'delete' && ineligible.length > 0;
}

/**
 * Returns which tunnels have stopped, according to a list.
 *
 * @param isReadSince whether the list was loaded after the requests to stop; a tunnel that it lacks is then deleted
 */
export function findStoppedTunnels(
  tunnels: readonly Tunnel[],
  list: readonly Tunnel[],
  isReadSince: boolean,
): Tunnel[] {
  const states = new Map(list.map(({ id, state }) => [id, state]));
  return tunnels.filter(({ id }) => (states.get(id) ?? (isReadSince && 'STOPPED')) === 'STOPPED');
}
