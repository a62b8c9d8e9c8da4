import { TUNNEL_STATES, type TunnelState } from '../tunnel/state.ts';
import type { Tunnel } from '../tunnel/tunnel.ts';

/** How many tunnels are in each state. */
export type StateCounts = Readonly<Record<TunnelState, number>>;

/** A period in which the counts stayed the same. */
export interface ObservedPeriod {
  /** Milliseconds since the epoch. */
  fromMs: number;
  toMs: number;
  counts: StateCounts;
}

/** If two lists are further apart, the time between them was not observed: a hidden tab, a failure, a pause. */
export const MAX_OBSERVATION_GAP_MS = 45_000;
const MAX_PERIODS = 2000;

/** Counts tunnels by state, with empty states included. */
export function stateCounts(tunnels: readonly Tunnel[]): StateCounts {
  const counts = Object.fromEntries(TUNNEL_STATES.map((state) => [state, 0])) as Record<TunnelState, number>;
  for (const { state } of tunnels) counts[state] += 1;
  return counts;
}

/** Adds the counts of a list to the observed periods, and drops the oldest ones if there are too many. */
export function addObservation(
  periods: readonly ObservedPeriod[],
  counts: StateCounts,
  atMs: number,
): ObservedPeriod[] {
  const last = periods.at(-1);
  const period = { fromMs: atMs, toMs: atMs, counts };
  if (!last || atMs - last.toMs > MAX_OBSERVATION_GAP_MS) return [...periods, period].slice(-MAX_PERIODS);
  const extended = { ...last, toMs: Math.max(atMs, last.toMs) };
  const before = periods.slice(0, -1);
  return sameCounts(last.counts, counts)
    ? [...before, extended]
    : [...before, extended, period].slice(-MAX_PERIODS);
}

function sameCounts(one: StateCounts, other: StateCounts): boolean {
  return TUNNEL_STATES.every((state) => one[state] === other[state]);
}

/** A point of the chart. Its counts are null where unobserved time begins. */
export interface HistoryPoint {
  atMs: number;
  counts: StateCounts | null;
}

/** Turns periods into points to draw: both ends of each period, and a break where time was not observed. */
export function toHistoryPoints(periods: readonly ObservedPeriod[]): HistoryPoint[] {
  return periods.flatMap(({ fromMs, toMs, counts }, index): HistoryPoint[] => {
    const previousEndMs = periods[index - 1]?.toMs;
    const gap =
      previousEndMs !== undefined && fromMs > previousEndMs ? [{ atMs: previousEndMs, counts: null }] : [];
    const ends = toMs > fromMs ? [fromMs, toMs] : [fromMs];
    return [...gap, ...ends.map((atMs) => ({ atMs, counts }))];
  });
}
