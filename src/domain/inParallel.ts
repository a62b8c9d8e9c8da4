/** How one item of many went. */
export type Outcome<T> =
  | { item: T; kind: 'done' }
  | { item: T; kind: 'failed'; error: unknown }
  /** Called off before its turn came. */
  | { item: T; kind: 'not-tried' };

/**
 * Does the same to many items, so many at a time. What fails does not hold up the others, unless it says that
 * none can succeed any more.
 *
 * @param deed rejects when it fails
 * @param isHopeless whether after this error the rest is not even tried
 * @param onOutcome told of each item as soon as it is over
 * @param signal calls off what has not begun; what has is waited for
 * @returns the outcomes in the order of the items
 */
export async function inParallel<T>(
  items: readonly T[],
  parallel: number,
  deed: (item: T) => Promise<unknown>,
  isHopeless: (error: unknown) => boolean,
  onOutcome: (outcome: Outcome<T>) => void,
  signal: AbortSignal,
): Promise<Outcome<T>[]> {
  const outcomes: Outcome<T>[] = items.map((item) => ({ item, kind: 'not-tried' }));
  let next = 0;
  let isOff = false;
  const worker = async () => {
    while (!isOff && !signal.aborted && next < items.length) {
      const at = next;
      next += 1;
      const item = items[at] as T;
      const outcome = await attempt(item, deed);
      if (outcome.kind === 'failed' && isHopeless(outcome.error)) isOff = true;
      outcomes[at] = outcome;
      onOutcome(outcome);
    }
  };
  await Promise.all(Array.from({ length: Math.min(parallel, items.length) }, worker));
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
