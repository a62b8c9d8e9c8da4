import { TUNNEL_STATES, type TunnelState } from '../tunnel/state.ts';
import type { Tunnel } from '../tunnel/tunnel.ts';

/** How many tunnels are in each state. */
export type StateCounts = Readonly<Record<TunnelState, number>>;

/** A while through which the counts were seen to stay the same. */
export interface ObservedPeriod {
  /** Milliseconds since the epoch. */
  fromMs: number;
  toMs: number;
  counts: StateCounts;
}

/** Between two looks that lie further apart nobody watched: a hidden tab, a failure, a pause. */
export const MAX_OBSERVATION_GAP_MS = 45_000;
const MOST_SPANS = 2000;

/** Counts every state, those that nobody is in as well. */
export function stateCounts(tunnels: readonly Tunnel[]): StateCounts {
  const counts = Object.fromEntries(TUNNEL_STATES.map((state) => [state, 0])) as Record<TunnelState, number>;
  for (const { state } of tunnels) counts[state] += 1;
  return counts;
}

/** What was watched, with one more look at the list; the oldest is forgotten when it gets too long. */
export function addObservation(
  spans: readonly ObservedPeriod[],
  counts: StateCounts,
  atMs: number,
): ObservedPeriod[] {
  const last = spans.at(-1);
  const look = { fromMs: atMs, toMs: atMs, counts };
  if (!last || atMs - last.toMs > MAX_OBSERVATION_GAP_MS) return [...spans, look].slice(-MOST_SPANS);
  const longer = { ...last, toMs: Math.max(atMs, last.toMs) };
  const before = spans.slice(0, -1);
  return sameCounts(last.counts, counts) ? [...before, longer] : [...before, longer, look].slice(-MOST_SPANS);
}

function sameCounts(one: StateCounts, other: StateCounts): boolean {
  return TUNNEL_STATES.every((state) => one[state] === other[state]);
}

/** A moment of the course; null counts: from here on nobody watched. */
export interface HistoryPoint {
  atMs: number;
  counts: StateCounts | null;
}

/** The spans as a course to draw: each span's two ends, and a break wherever nobody watched. */
export function toHistoryPoints(spans: readonly ObservedPeriod[]): HistoryPoint[] {
  return spans.flatMap(({ fromMs, toMs, counts }, at): HistoryPoint[] => {
    const beforeMs = spans[at - 1]?.toMs;
    const gap = beforeMs !== undefined && fromMs > beforeMs ? [{ atMs: beforeMs, counts: null }] : [];
    const ends = toMs > fromMs ? [fromMs, toMs] : [fromMs];
    return [...gap, ...ends.map((atMs) => ({ atMs, counts }))];
  });
}
