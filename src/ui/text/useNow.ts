import { useSyncExternalStore } from 'react';

/** How often the time is read. */
const TICK_MS = 1000;

let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;
const watchers = new Set<() => void>();

// One timer for the whole page, and none while nothing on it shows a time.
function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const notify of watchers) notify();
  }, TICK_MS);
  return () => {
    watchers.delete(watcher);
    if (watchers.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/**
 * Returns the current time, in milliseconds since the epoch, rounded down to a step.
 *
 * @param stepMs how long a step is; the component renders once a step, so that "5 min ago" doesn't render sixty
 * times a minute
 */
export function useNow(stepMs: number = TICK_MS): number {
  return useSyncExternalStore(watch, () => Math.floor((timer ? now : Date.now()) / stepMs) * stepMs);
}
