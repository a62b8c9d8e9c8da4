import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inParallel, type Outcome, type ParallelOptions } from './inParallel.ts';

const items = Array.from({ length: 20 }, (_, item) => item);

const rules = (some: Partial<ParallelOptions<number>>): ParallelOptions<number> => ({
  concurrency: 1,
  skipAfterError: () => null,
  pauseAfterError: () => null,
  onOutcome: () => undefined,
  signal: new AbortController().signal,
  ...some,
});

it('never more at a time than allowed; every item once, in order, whatever fails', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(30),
      fc.integer({ min: 1, max: 8 }),
      fc.func(fc.boolean()),
      async (count, most, fails) => {
        let running = 0;
        let peak = 0;
        const deed = async (item: number) => {
          running += 1;
          peak = Math.max(peak, running);
          await Promise.resolve();
          running -= 1;
          if (fails(item)) throw new Error('no');
        };
        const all = Array.from({ length: count }, (_, item) => item);
        const told: Outcome<number>[] = [];
        const onOutcome = (one: Outcome<number>) => void told.push(one);
        const outcomes = await inParallel(all, deed, rules({ concurrency: most, onOutcome }));
        expect(peak).toBeLessThanOrEqual(most);
        expect(outcomes.map(({ item }) => item)).toEqual(all);
        expect(outcomes.map(({ kind }) => kind)).toEqual(
          all.map((item) => (fails(item) ? 'failed' : 'done')),
        );
        expect(new Set(told)).toEqual(new Set(outcomes));
      },
    ),
    { numRuns: 40 },
  );
});

it('what is hopeless leaves the rest untried', async () => {
  const deed = async (item: number) => {
    if (item === 3) throw new Error('sign in first');
  };
  const outcomes = await inParallel(items, deed, rules({ concurrency: 2, skipAfterError: () => () => true }));
  const kinds = outcomes.map(({ kind }) => kind);
  expect(kinds[3]).toBe('failed');
  expect(kinds.slice(5).every((kind) => kind === 'not-tried')).toBe(true);
});

it('called off, what has begun is finished and the rest is not tried', async () => {
  const off = new AbortController();
  const deed = async (item: number) => {
    if (item === 4) off.abort();
  };
  const outcomes = await inParallel(items, deed, rules({ signal: off.signal }));
  expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(5);
  expect(outcomes.at(-1)?.kind).toBe('not-tried');
});

it('who is asked to wait holds up everybody, the longest wait counts, and the same item is tried again', async () => {
  const ends: (() => void)[] = [];
  const waits = [0, 1].map(() => new Promise<void>((resolve) => ends.push(resolve)));
  const tried: number[] = [];
  const deed = async (item: number) => {
    tried.push(item);
    if (tried.length <= 2) throw item;
  };
  const pauseAfter = (error: unknown) => waits[Number(error)] ?? null;
  const run = inParallel(items, deed, rules({ concurrency: 3, pauseAfterError: pauseAfter }));
  const turns = () => new Promise((resolve) => setTimeout(resolve));
  await turns();
  expect(tried).toEqual([0, 1, 2]);
  ends[1]?.();
  await turns();
  expect(tried).toHaveLength(3);
  ends[0]?.();
  expect((await run).every(({ kind }) => kind === 'done')).toBe(true);
  expect(tried).toHaveLength(items.length + 2);
});

it('called off during a wait, what waits is not tried', async () => {
  const off = new AbortController();
  const deed = async (item: number) => {
    if (item === 2) throw new Error('slow down');
  };
  const pauseAfter = async () => off.abort();
  const outcomes = await inParallel(items, deed, rules({ pauseAfterError: pauseAfter, signal: off.signal }));
  expect(outcomes.map(({ kind }) => kind)).toEqual(items.map((item) => (item < 2 ? 'done' : 'not-tried')));
});
