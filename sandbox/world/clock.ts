/** The simulated clock: real time plus an offset that only grows. Tests advance it instead of waiting. */
export interface WorldClock {
  /** Returns milliseconds since the epoch, for everything in this sandbox. */
  now(): number;
  /** Advances the clock and calls the listeners at once. Throws a RangeError if the time is negative. */
  advance(milliseconds: number): void;
  /** Adds a listener that is called after each advance. Returns a function that removes it. */
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
