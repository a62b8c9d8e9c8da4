import { useSyncExternalStore } from 'react';

/** How often what is shown in seconds or minutes is looked at again. */
const TICK_MS = 1000;

let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;
const watchers = new Set<() => void>();

// One timer for the whole page, and none while nothing shows a time.
function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const tell of watchers) tell();
  }, TICK_MS);
  return () => {
    watchers.delete(watcher);
    if (watchers.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/**
 * The time to show things by, milliseconds since the epoch, in steps.
 *
 * @param stepMs renders again only when a step of this length has begun, so that "5 min ago" does not render
 * sixty times a minute
 */
export function useNow(stepMs: number = TICK_MS): number {
  return useSyncExternalStore(watch, () => Math.floor((timer ? now : Date.now()) / stepMs) * stepMs);
}
