import { type TunnelState, tunnelCan } from '../tunnel/state.ts';
import type { Tunnel } from '../tunnel/tunnel.ts';

/** What can be done to many tunnels at once. */
export type BulkAction = 'stop' | 'delete' | 'stop-and-delete';

/** What an action would hit, and what it cannot. */
export interface BulkPlan {
  eligible: Tunnel[];
  ineligible: { tunnel: Tunnel; reason: string }[];
}

const WHY_NOT: Readonly<Partial<Record<BulkAction, Partial<Record<TunnelState, string>>>>> = {
  stop: { STOPPED: 'stopped already', STOPPING: 'stopping already' },
  delete: { STOPPING: 'still stopping' },
};

/** Sorts tunnels by whether an action can be asked of them in their state; the server may still refuse. */
export function planBulkAction(action: BulkAction, tunnels: readonly Tunnel[]): BulkPlan {
  const plan: BulkPlan = { eligible: [], ineligible: [] };
  for (const tunnel of tunnels) {
    if (isPossible(action, tunnel)) plan.eligible.push(tunnel);
    else plan.ineligible.push({ tunnel, reason: WHY_NOT[action]?.[tunnel.state] ?? 'not stopped yet' });
  }
  return plan;
}

function isPossible(action: BulkAction, tunnel: Tunnel): boolean {
  if (action === 'stop') return tunnelCan.stop(tunnel);
  return action === 'stop-and-delete' || tunnelCan.delete(tunnel);
}

/** Whether it would help to stop first: something that cannot be deleted still runs. */
export function needsStopFirst(action: BulkAction, { ineligible }: BulkPlan): boolean {
  return action === 'delete' && ineligible.length > 0;
}

/**
 * Which tunnels have stopped, as far as a list tells.
 *
 * @param isReadSince whether the list was read after they were asked to: what is not in it is gone then
 */
export function findStoppedTunnels(
  tunnels: readonly Tunnel[],
  list: readonly Tunnel[],
  isReadSince: boolean,
): Tunnel[] {
  const states = new Map(list.map(({ id, state }) => [id, state]));
  return tunnels.filter(({ id }) => (states.get(id) ?? (isReadSince && 'STOPPED')) === 'STOPPED');
}
