import type { TunnelHistory } from '../tunnel/history.ts';
import { type Outcome, tunnelOutcome } from '../tunnel/outcome.ts';
import type { Tunnel } from '../tunnel/tunnel.ts';

/** What has become of each tunnel of a list. */
export interface FleetOutcomes {
  /** The time that the outcomes are about, in milliseconds since the epoch. */
  now: number;
  of: (tunnel: Tunnel) => Outcome;
}

const DAY_MS = 24 * 3_600_000;
/** How many tunnels that stopped earlier are looked into. */
const MAX_STOPPED_BEFORE = 20;

/** Creates a cache that keeps a tunnel's outcome until the tunnel, its history or the time changes. */
export function createOutcomeCache(): typeof tunnelOutcome {
  const cache = new WeakMap<Tunnel, { history: TunnelHistory | null; now: number; outcome: Outcome }>();
  return (tunnel, history, now) => {
    const cached = cache.get(tunnel);
    if (cached?.history === history && cached.now === now) return cached.outcome;
    const outcome = tunnelOutcome(tunnel, history, now);
    cache.set(tunnel, { history, now, outcome });
    return outcome;
  };
}

/**
 * Returns the stopped tunnels whose events can tell a failure from a stop: those that were seen to stop, then the
 * newest ones that stopped early, at most 20 of the last 24 hours by their creation.
 *
 * @param seenStopIds the tunnels that stopped while the page was open
 * @param now milliseconds since the epoch
 */
export function stopsToExplain(
  tunnels: readonly Tunnel[],
  seenStopIds: readonly string[],
  now: number,
): string[] {
  const seen = new Set(seenStopIds);
  const stopped = tunnels.filter(({ state }) => state === 'STOPPED');
  const before = stopped
    .filter(({ id, createdAtMs }) => !seen.has(id) && createdAtMs !== null && now - createdAtMs < DAY_MS)
    .filter((tunnel) => tunnelOutcome(tunnel, null, now).kind === 'stopped-early')
    .sort((one, other) => (other.createdAtMs ?? 0) - (one.createdAtMs ?? 0))
    .slice(0, MAX_STOPPED_BEFORE);
  return [...stopped.filter(({ id }) => seen.has(id)), ...before].map(({ id }) => id);
}
