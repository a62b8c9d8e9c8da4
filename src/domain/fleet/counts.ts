import { isTerminal, TUNNEL_STATES, type TunnelState } from '../tunnel/state.ts';
import { endsAtMs, type Tunnel } from '../tunnel/tunnel.ts';

/** Counts tunnels by state, in the order a tunnel goes through them, without empty states. */
export function countByState(tunnels: readonly Tunnel[]): { state: TunnelState; count: number }[] {
  const counts = new Map<TunnelState, number>();
  for (const { state } of tunnels) counts.set(state, (counts.get(state) ?? 0) + 1);
  return TUNNEL_STATES.flatMap((state) => {
    const count = counts.get(state);
    return count === undefined ? [] : [{ state, count }];
  });
}

/** How many tunnels end in one hour. */
export interface EndingHour {
  /** The start of the hour, in milliseconds since the epoch. */
  fromMs: number;
  count: number;
}

const HOUR_MS = 3_600_000;

/** Counts the tunnels that have not ended by the hour in which they end, from the current hour, with empty hours. */
export function endsByHour(tunnels: readonly Tunnel[], now: number, hours: number): EndingHour[] {
  const firstMs = Math.floor(now / HOUR_MS) * HOUR_MS;
  const counts = Array.from({ length: hours }, (_, hour) => ({ fromMs: firstMs + hour * HOUR_MS, count: 0 }));
  for (const tunnel of tunnels) {
    const endMs = isTerminal(tunnel) ? null : endsAtMs(tunnel);
    const hour = endMs === null || endMs < now ? undefined : counts[Math.floor((endMs - firstMs) / HOUR_MS)];
    if (hour) hour.count += 1;
  }
  return counts;
}
