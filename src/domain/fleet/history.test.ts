import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tunnelForTests as tunnel } from '../tunnel/tunnelForTests.ts';
import {
  addObservation,
  MAX_OBSERVATION_GAP_MS,
  type ObservedPeriod,
  stateCounts,
  toHistoryPoints,
} from './history.ts';

const counts = (active: number) => stateCounts(Array.from({ length: active }, () => tunnel({})));

it('the same counts extend the period, other counts begin a new one', () => {
  const lists: [number, number][] = [
    [0, 1],
    [15_000, 1],
    [30_000, 2],
  ];
  const periods = lists.reduce<ObservedPeriod[]>(
    (all, [atMs, active]) => addObservation(all, counts(active), atMs),
    [],
  );
  expect(periods.map(({ fromMs, toMs, counts: { ACTIVE } }) => [fromMs, toMs, ACTIVE])).toEqual([
    [0, 30_000, 1],
    [30_000, 30_000, 2],
  ]);
});

it('unobserved time is a break in the points', () => {
  const periods = addObservation(
    addObservation(addObservation([], counts(1), 0), counts(1), 1000),
    counts(1),
    2000 + MAX_OBSERVATION_GAP_MS,
  );
  expect(toHistoryPoints(periods).map(({ atMs, counts: seen }) => [atMs, seen?.ACTIVE ?? null])).toEqual([
    [0, 1],
    [1000, 1],
    [1000, null],
    [2000 + MAX_OBSERVATION_GAP_MS, 1],
  ]);
});

it('periods never overlap, never grow without limit, and end with the last list', () => {
  const lists = fc.array(fc.tuple(fc.nat(2 * MAX_OBSERVATION_GAP_MS), fc.nat(3)), {
    minLength: 1,
    maxLength: 50,
  });
  fc.assert(
    fc.property(lists, (drawn) => {
      let atMs = 0;
      let periods: ObservedPeriod[] = [];
      for (const [stepMs, active] of drawn) {
        atMs += stepMs;
        periods = addObservation(periods, counts(active), atMs);
      }
      periods.forEach((period, index) => {
        expect(period.toMs).toBeGreaterThanOrEqual(period.fromMs);
        expect(period.fromMs).toBeGreaterThanOrEqual(periods[index - 1]?.toMs ?? 0);
      });
      expect(periods.at(-1)?.toMs).toBe(atMs);
    }),
  );
  let periods: ObservedPeriod[] = [];
  for (let round = 0; round < 2500; round += 1)
    periods = addObservation(periods, counts(round % 2), round * 1000);
  expect(periods).toHaveLength(2000);
});
