/**
 * The sandbox's own clock: real time plus an offset that only ever grows. Tests move it instead of waiting.
 */
export interface WorldClock {
  /** Milliseconds since the epoch, as everything in this sandbox sees it. */
  now(): number;
  /** Moves the clock forward by this many milliseconds and tells the listeners at once. */
  advance(milliseconds: number): void;
  /** Called after each advance; returns the function that stops the calls. */
  onAdvance(listener: () => void): () => void;
}

export function createClock(): WorldClock {
  let offset = 0;
  const listeners = new Set<() => void>();
  return {
    now: () => Date.now() + offset,
    advance(milliseconds) {
      if (!(milliseconds >= 0)) throw new RangeError('The clock only moves forward.');
      offset += milliseconds;
      for (const listener of listeners) listener();
    },
    onAdvance(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
