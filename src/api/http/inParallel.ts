/** How one item of many went. */
export type Outcome<T> =
  | { item: T; kind: 'done' }
  | { item: T; kind: 'failed'; error: unknown }
  /** Called off before its turn came, or while it waited for another. */
  | { item: T; kind: 'not-tried' };

/** What decides about many items, and who is told of them. */
export interface ParallelOptions<T> {
  /** How many at a time. */
  concurrency: number;
  /** Which of the others are not even tried after this error of an item; null: it says nothing of them. */
  skipAfterError: (error: unknown, item: T) => ((other: T) => boolean) | null;
  /** After an error that asks everybody to wait: resolves when one may go on, with the same item again. Else null. */
  pauseAfterError: (error: unknown) => Promise<unknown> | null;
  /** Told of each item as soon as it is over. */
  onOutcome: (outcome: Outcome<T>) => void;
  /** Calls off what has not begun; what has is waited for. */
  signal: AbortSignal;
}

/**
 * Does the same to many items, so many at a time. What fails does not hold up the others, unless it says that
 * they cannot succeed either, or that all have to wait.
 *
 * @param deed rejects when it fails
 * @returns the outcomes in the order of the items
 */
export async function inParallel<T>(
  items: readonly T[],
  deed: (item: T) => Promise<unknown>,
  { concurrency, skipAfterError, pauseAfterError, onOutcome, signal }: ParallelOptions<T>,
): Promise<Outcome<T>[]> {
  const outcomes: Outcome<T>[] = items.map((item) => ({ item, kind: 'not-tried' }));
  let next = 0;
  const hopeless: ((item: T) => boolean)[] = [];
  let pause: Promise<unknown> = Promise.resolve();
  const isCalledOff = (item: T) => signal.aborted || hopeless.some((isOne) => isOne(item));
  const untilAllowed = async (item: T) => {
    // While one waits, somebody else may be asked to wait longer.
    for (let waited: unknown; waited !== pause; ) {
      waited = pause;
      await waited;
    }
    return !isCalledOff(item);
  };
  const untilOver = async (at: number, item: T) => {
    while (await untilAllowed(item)) {
      const outcome = await attempt(item, deed);
      const wait = outcome.kind === 'failed' ? pauseAfterError(outcome.error) : null;
      if (wait) {
        pause = Promise.all([pause, wait]);
        continue;
      }
      const alike = outcome.kind === 'failed' ? skipAfterError(outcome.error, item) : null;
      if (alike) hopeless.push(alike);
      outcomes[at] = outcome;
      onOutcome(outcome);
      return;
    }
  };
  const worker = async () => {
    while (next < items.length) {
      const at = next;
      next += 1;
      await untilOver(at, items[at] as T);
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, worker));
  return outcomes;
}

async function attempt<T>(item: T, deed: (item: T) => Promise<unknown>): Promise<Outcome<T>> {
  try {
    await deed(item);
    return { item, kind: 'done' };
  } catch (error) {
    return { item, kind: 'failed', error };
  }
}
