import { isTerminal } from '../tunnel/state.ts';
import { endsAtMs, type Tunnel } from '../tunnel/tunnel.ts';

/** A tunnel as a bar from its creation to its end. */
export interface TimelineBar {
  tunnel: Tunnel;
  /** Milliseconds since the epoch. */
  fromMs: number;
  toMs: number;
  /** It is over, and its end is not told: the API tells when it would have ended. It was at `toMs` at the latest. */
  isEndUnknown: boolean;
}

/** The tunnels that are not over, those that end next first; then those that are, the newest first. */
export function timelineBars(tunnels: readonly Tunnel[], now: number): TimelineBar[] {
  return tunnels
    .flatMap((tunnel): TimelineBar[] => {
      const { createdAtMs: fromMs } = tunnel;
      const plannedMs = endsAtMs(tunnel);
      const isOver = isTerminal(tunnel);
      const toMs = isOver ? Math.min(now, plannedMs ?? now) : plannedMs;
      if (fromMs === null || toMs === null) return [];
      return [{ tunnel, fromMs, toMs: Math.max(fromMs, toMs), isEndUnknown: isOver }];
    })
    .sort(
      (one, other) =>
        Number(one.isEndUnknown) - Number(other.isEndUnknown) ||
        (one.isEndUnknown ? other.fromMs - one.fromMs : one.toMs - other.toMs) ||
        (one.tunnel.id < other.tunnel.id ? -1 : 1),
    );
}
