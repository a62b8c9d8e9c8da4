import type { TunnelEvent } from './event.ts';
import { newestFirst } from './history.ts';

/** How a list of events is read. */
export type EventOrder = 'newest' | 'oldest';

/** A line of the list: an event, or a long time in which none came. */
export type TimelineItem =
  | { kind: 'event'; event: TunnelEvent }
  | { kind: 'gap'; beforeId: string; durationMs: number };

/** What a reader should be told of: shorter pauses are the ordinary course of things. */
const GAP_MS = 10 * 60_000;

/** The events in the wanted order, each once, with the gaps in time between them. */
export function buildEventTimeline(events: readonly TunnelEvent[], order: EventOrder): TimelineItem[] {
  const sorted = newestFirst(events);
  if (order === 'oldest') sorted.reverse();
  return sorted.flatMap((event, place): TimelineItem[] => {
    const before = sorted[place - 1];
    const item = { kind: 'event', event } as const;
    if (before?.timeMs == null || event.timeMs === null) return [item];
    const ms = Math.abs(event.timeMs - before.timeMs);
    return ms < GAP_MS ? [item] : [{ kind: 'gap', beforeId: event.id, durationMs: ms }, item];
  });
}

/**
 * The order in which a server gave these events: by their ids, which grow, or by their times. null when neither says
 * so, and for less than two.
 */
export function detectEventOrder(events: readonly TunnelEvent[]): EventOrder | null {
  return trend(events.map(({ id }) => Number(id))) ?? trend(events.map(({ timeMs }) => timeMs ?? Number.NaN));
}

function trend(values: readonly number[]): EventOrder | null {
  const steps = values.slice(1).map((value, before) => value - (values[before] ?? Number.NaN));
  if (!steps.some((step) => step !== 0)) return null;
  if (steps.every((step) => step >= 0)) return 'oldest';
  return steps.every((step) => step <= 0) ? 'newest' : null;
}

/** How many events came within one stretch of time. */
export interface EventCount {
  /** Milliseconds since the epoch. */
  fromMs: number;
  errors: number;
  others: number;
}

const STEPS_MS = [1, 5, 15, 60, 180, 720, 1440, 10_080].map((minutes) => minutes * 60_000);

/**
 * Events over time, stretch by stretch, those without any included; stretches are as long as needed to make at
 * most so many. What has no time is not counted.
 */
export function countEventsByTime(events: readonly TunnelEvent[], most: number): EventCount[] {
  const timed = events.flatMap(({ timeMs, isError }) => (timeMs === null ? [] : [{ timeMs, isError }]));
  if (timed.length === 0) return [];
  const firstMs = timed.reduce((least, { timeMs }) => Math.min(least, timeMs), Infinity);
  const lastMs = timed.reduce((largest, { timeMs }) => Math.max(largest, timeMs), -Infinity);
  const shortestMs = (lastMs - firstMs) / (most - 1);
  const stepMs = STEPS_MS.find((ms) => ms >= shortestMs) ?? Math.ceil(shortestMs);
  const startMs = Math.floor(firstMs / stepMs) * stepMs;
  const length = Math.floor((lastMs - startMs) / stepMs) + 1;
  const counts = Array.from({ length }, (_, at) => ({ fromMs: startMs + at * stepMs, errors: 0, others: 0 }));
  for (const { timeMs, isError } of timed) {
    const count = counts[Math.floor((timeMs - startMs) / stepMs)];
    if (count) count[isError ? 'errors' : 'others'] += 1;
  }
  return counts;
}
