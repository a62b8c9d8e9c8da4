import { isTerminal } from '../tunnel/state.ts';
import { endsAtMs, type Tunnel } from '../tunnel/tunnel.ts';

/** A tunnel as a bar from its creation to its end. */
export interface TimelineBar {
  tunnel: Tunnel;
  /** Milliseconds since the epoch. */
  fromMs: number;
  toMs: number;
  /** Whether the tunnel has stopped. Globus doesn't report when, but it was at `toMs` at the latest. */
  isEndUnknown: boolean;
}

/** Returns the running tunnels, the next to end first, then the stopped ones, the newest first. */
export function timelineBars(tunnels: readonly Tunnel[], now: number): TimelineBar[] {
  return tunnels
    .flatMap((tunnel): TimelineBar[] => {
      const { createdAtMs: fromMs } = tunnel;
      const endMs = endsAtMs(tunnel);
      const isStopped = isTerminal(tunnel);
      const toMs = isStopped ? Math.min(now, endMs ?? now) : endMs;
      if (fromMs === null || toMs === null) return [];
      return [{ tunnel, fromMs, toMs: Math.max(fromMs, toMs), isEndUnknown: isStopped }];
    })
    .sort(
      (one, other) =>
        Number(one.isEndUnknown) - Number(other.isEndUnknown) ||
        (one.isEndUnknown ? other.fromMs - one.fromMs : one.toMs - other.toMs) ||
        (one.tunnel.id < other.tunnel.id ? -1 : 1),
    );
}
