import { compareEventIds, type TunnelEvent } from './event.ts';
import { newestFirst } from './history.ts';

/** The order in which events are listed. */
export type EventOrder = 'newest' | 'oldest';

/** A line of the list: an event, or a long time without any. */
export type TimelineItem =
  | { kind: 'event'; event: TunnelEvent }
  | { kind: 'gap'; beforeId: string; durationMs: number };

/** Shorter pauses are ordinary and not worth a line. */
const GAP_MS = 10 * 60_000;

/** Returns the events in an order, without duplicates, with the gaps between them. */
export function buildEventTimeline(events: readonly TunnelEvent[], order: EventOrder): TimelineItem[] {
  const sorted = newestFirst(events);
  if (order === 'oldest') sorted.reverse();
  return sorted.flatMap((event, index): TimelineItem[] => {
    const previous = sorted[index - 1];
    const item = { kind: 'event', event } as const;
    if (previous?.timeMs == null || event.timeMs === null) return [item];
    const durationMs = Math.abs(event.timeMs - previous.timeMs);
    return durationMs < GAP_MS ? [item] : [{ kind: 'gap', beforeId: event.id, durationMs }, item];
  });
}

/**
 * Returns the order in which a server sent these events: by their IDs, which increase, or else by their times.
 *
 * @returns null if neither is in order, and for fewer than two events
 */
export function detectEventOrder(events: readonly TunnelEvent[]): EventOrder | null {
  return (
    trend(events, (a, b) => compareEventIds(a.id, b.id)) ??
    trend(events, (a, b) => (a.timeMs ?? Number.NaN) - (b.timeMs ?? Number.NaN))
  );
}

function trend(
  events: readonly TunnelEvent[],
  compare: (a: TunnelEvent, b: TunnelEvent) => number,
): EventOrder | null {
  const steps = events.slice(1).map((event, index) => compare(event, events[index] ?? event));
  if (!steps.some((step) => step !== 0)) return null;
  if (steps.every((step) => step >= 0)) return 'oldest';
  return steps.every((step) => step <= 0) ? 'newest' : null;
}

/** How many events one interval holds. */
export interface EventCount {
  /** Milliseconds since the epoch. */
  fromMs: number;
  errors: number;
  others: number;
}

const STEPS_MS = [1, 5, 15, 60, 180, 720, 1440, 10_080].map((minutes) => minutes * 60_000);

/**
 * Counts events by interval, with empty intervals included. Events without a time are not counted.
 *
 * @param maxIntervals how many intervals there may be; they are made as long as needed
 */
export function countEventsByTime(events: readonly TunnelEvent[], maxIntervals: number): EventCount[] {
  const timed = events.flatMap(({ timeMs, isError }) => (timeMs === null ? [] : [{ timeMs, isError }]));
  if (timed.length === 0) return [];
  const firstMs = timed.reduce((smallest, { timeMs }) => Math.min(smallest, timeMs), Infinity);
  const lastMs = timed.reduce((largest, { timeMs }) => Math.max(largest, timeMs), -Infinity);
  const minStepMs = (lastMs - firstMs) / (maxIntervals - 1);
  const stepMs = STEPS_MS.find((ms) => ms >= minStepMs) ?? Math.ceil(minStepMs);
  const startMs = Math.floor(firstMs / stepMs) * stepMs;
  const length = Math.floor((lastMs - startMs) / stepMs) + 1;
  const counts = Array.from({ length }, (_, index) => ({
    fromMs: startMs + index * stepMs,
    errors: 0,
    others: 0,
  }));
  for (const { timeMs, isError } of timed) {
    const count = counts[Math.floor((timeMs - startMs) / stepMs)];
    if (count) count[isError ? 'errors' : 'others'] += 1;
  }
  return counts;
}
