import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inParallel, type Outcome } from './inParallel.ts';

const never = () => false;
const items = Array.from({ length: 20 }, (_, item) => item);

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
        const outcomes = await inParallel(
          all,
          most,
          deed,
          never,
          (one) => told.push(one),
          new AbortController().signal,
        );
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
  const outcomes = await inParallel(
    items,
    2,
    deed,
    () => true,
    () => undefined,
    new AbortController().signal,
  );
  const kinds = outcomes.map(({ kind }) => kind);
  expect(kinds[3]).toBe('failed');
  expect(kinds.slice(5).every((kind) => kind === 'not-tried')).toBe(true);
});

it('called off, what has begun is finished and the rest is not tried', async () => {
  const off = new AbortController();
  const deed = async (item: number) => {
    if (item === 4) off.abort();
  };
  const outcomes = await inParallel(items, 1, deed, never, () => undefined, off.signal);
  expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(5);
  expect(outcomes.at(-1)?.kind).toBe('not-tried');
});
