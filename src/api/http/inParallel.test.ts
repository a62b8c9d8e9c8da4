import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inParallel, type Outcome, type ParallelOptions } from './inParallel.ts';

const items = Array.from({ length: 20 }, (_, item) => item);

const options = (some: Partial<ParallelOptions<number>>): ParallelOptions<number> => ({
  concurrency: 1,
  skipAfterError: () => null,
  pauseAfterError: () => null,
  onOutcome: () => undefined,
  signal: new AbortController().signal,
  ...some,
});

it('respects the concurrency, and returns one outcome per item in order, whatever fails', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(30),
      fc.integer({ min: 1, max: 8 }),
      fc.func(fc.boolean()),
      async (count, most, fails) => {
        let running = 0;
        let peak = 0;
        const task = async (item: number) => {
          running += 1;
          peak = Math.max(peak, running);
          await Promise.resolve();
          running -= 1;
          if (fails(item)) throw new Error('no');
        };
        const all = Array.from({ length: count }, (_, item) => item);
        const reported: Outcome<number>[] = [];
        const onOutcome = (one: Outcome<number>) => void reported.push(one);
        const outcomes = await inParallel(all, task, options({ concurrency: most, onOutcome }));
        expect(peak).toBeLessThanOrEqual(most);
        expect(outcomes.map(({ item }) => item)).toEqual(all);
        expect(outcomes.map(({ kind }) => kind)).toEqual(
          all.map((item) => (fails(item) ? 'failed' : 'done')),
        );
        expect(new Set(reported)).toEqual(new Set(outcomes));
      },
    ),
    { numRuns: 40 },
  );
});

it('skips the items that can’t succeed', async () => {
  const task = async (item: number) => {
    if (item === 3) throw new Error('sign in first');
  };
  const outcomes = await inParallel(
    items,
    task,
    options({ concurrency: 2, skipAfterError: () => () => true }),
  );
  const kinds = outcomes.map(({ kind }) => kind);
  expect(kinds[3]).toBe('failed');
  expect(kinds.slice(5).every((kind) => kind === 'not-tried')).toBe(true);
});

it('after an abort, finishes what was started and skips the rest', async () => {
  const controller = new AbortController();
  const task = async (item: number) => {
    if (item === 4) controller.abort();
  };
  const outcomes = await inParallel(items, task, options({ signal: controller.signal }));
  expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(5);
  expect(outcomes.at(-1)?.kind).toBe('not-tried');
});

it('a pause holds up all items, the longest one counts, and the failed item is repeated', async () => {
  const ends: (() => void)[] = [];
  const waits = [0, 1].map(() => new Promise<void>((resolve) => ends.push(resolve)));
  const tried: number[] = [];
  const task = async (item: number) => {
    tried.push(item);
    if (tried.length <= 2) throw item;
  };
  const pauseAfterError = (error: unknown) => waits[Number(error)] ?? null;
  const run = inParallel(items, task, options({ concurrency: 3, pauseAfterError: pauseAfterError }));
  const nextTurn = () => new Promise((resolve) => setTimeout(resolve));
  await nextTurn();
  expect(tried).toEqual([0, 1, 2]);
  ends[1]?.();
  await nextTurn();
  expect(tried).toHaveLength(3);
  ends[0]?.();
  expect((await run).every(({ kind }) => kind === 'done')).toBe(true);
  expect(tried).toHaveLength(items.length + 2);
});

it('an abort during a pause skips the items that wait', async () => {
  const controller = new AbortController();
  const task = async (item: number) => {
    if (item === 2) throw new Error('slow down');
  };
  const pauseAfterError = async () => controller.abort();
  const outcomes = await inParallel(items, task, options({ pauseAfterError, signal: controller.signal }));
  expect(outcomes.map(({ kind }) => kind)).toEqual(items.map((item) => (item < 2 ? 'done' : 'not-tried')));
});
