/** The outcome for one item. */
export type Outcome<T> =
  | { item: T; kind: 'done' }
  | { item: T; kind: 'failed'; error: unknown }
  /** Aborted or skipped before it was started. */
  | { item: T; kind: 'not-tried' };

/** How a run treats errors, and who follows it. */
export interface ParallelOptions<T> {
  /** The maximum number of items in progress. */
  concurrency: number;
  /** Returns a filter for the items to skip after this error; null when it says nothing about the other items. */
  skipAfterError: (error: unknown, item: T) => ((other: T) => boolean) | null;
  /** Pauses the whole run after this error until the promise resolves, then repeats the item; null for no pause. */
  pauseAfterError: (error: unknown) => Promise<unknown> | null;
  /** Called for each item that was tried, as soon as it is settled. */
  onOutcome: (outcome: Outcome<T>) => void;
  /** Skips the items that haven't started; those in progress are awaited. */
  signal: AbortSignal;
}

/**
 * Runs a task for many items, a few at a time. A failure doesn't affect the other items, unless the options say that
 * they can't succeed either or have to wait.
 *
 * @param task rejects when it fails
 * @returns the outcomes in the order of the items
 */
export async function inParallel<T>(
  items: readonly T[],
  task: (item: T) => Promise<unknown>,
  { concurrency, skipAfterError, pauseAfterError, onOutcome, signal }: ParallelOptions<T>,
): Promise<Outcome<T>[]> {
  const outcomes: Outcome<T>[] = items.map((item) => ({ item, kind: 'not-tried' }));
  let next = 0;
  const skipFilters: ((item: T) => boolean)[] = [];
  let pause: Promise<unknown> = Promise.resolve();
  const isSkipped = (item: T) => signal.aborted || skipFilters.some((matches) => matches(item));
  const waitForPauses = async (item: T) => {
    // Another item may prolong the pause in the meantime.
    for (let awaited: unknown; awaited !== pause; ) {
      awaited = pause;
      await awaited;
    }
    return !isSkipped(item);
  };
  const settle = async (index: number, item: T) => {
    while (await waitForPauses(item)) {
      const outcome = await attempt(item, task);
      const wait = outcome.kind === 'failed' ? pauseAfterError(outcome.error) : null;
      if (wait) {
        pause = Promise.all([pause, wait]);
        continue;
      }
      const skipFilter = outcome.kind === 'failed' ? skipAfterError(outcome.error, item) : null;
      if (skipFilter) skipFilters.push(skipFilter);
      outcomes[index] = outcome;
      onOutcome(outcome);
      return;
    }
  };
  const worker = async () => {
    while (next < items.length) {
      const index = next;
      next += 1;
      await settle(index, items[index] as T);
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, worker));
  return outcomes;
}

async function attempt<T>(item: T, task: (item: T) => Promise<unknown>): Promise<Outcome<T>> {
  try {
    await task(item);
    return { item, kind: 'done' };
  } catch (error) {
    return { item, kind: 'failed', error };
  }
}
