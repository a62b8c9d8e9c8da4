import { endsAtMs, type Tunnel } from './tunnel.ts';
import { isTerminal } from './tunnelState.ts';

/** A tunnel as a bar from its creation to its end. */
export interface TimelineBar {
  tunnel: Tunnel;
  /** Milliseconds since the epoch. */
  fromMs: number;
  toMs: number;
}

/**
 * The tunnels that are not over, those that end next first. One that stopped has no bar: the API tells when it
 * would have ended, not when it did.
 */
export function timeline(tunnels: readonly Tunnel[]): TimelineBar[] {
  return tunnels
    .flatMap((tunnel): TimelineBar[] => {
      const toMs = endsAtMs(tunnel);
      if (isTerminal(tunnel) || tunnel.createdAtMs === null || toMs === null) return [];
      return [{ tunnel, fromMs: tunnel.createdAtMs, toMs }];
    })
    .sort((one, other) => one.toMs - other.toMs || (one.tunnel.id < other.tunnel.id ? -1 : 1));
}
