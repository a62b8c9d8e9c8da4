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

it('a count that stays makes its span longer, another one begins a new one', () => {
  const looks: [number, number][] = [
    [0, 1],
    [15_000, 1],
    [30_000, 2],
  ];
  const spans = looks.reduce<ObservedPeriod[]>(
    (all, [atMs, active]) => addObservation(all, counts(active), atMs),
    [],
  );
  expect(spans.map(({ fromMs, toMs, counts: { ACTIVE } }) => [fromMs, toMs, ACTIVE])).toEqual([
    [0, 30_000, 1],
    [30_000, 30_000, 2],
  ]);
});

it('what nobody watched is a break in the course', () => {
  const spans = addObservation(
    addObservation(addObservation([], counts(1), 0), counts(1), 1000),
    counts(1),
    2000 + MAX_OBSERVATION_GAP_MS,
  );
  expect(toHistoryPoints(spans).map(({ atMs, counts: seen }) => [atMs, seen?.ACTIVE ?? null])).toEqual([
    [0, 1],
    [1000, 1],
    [1000, null],
    [2000 + MAX_OBSERVATION_GAP_MS, 1],
  ]);
});

it('spans never overlap, never grow without end, and end with the last look', () => {
  const looks = fc.array(fc.tuple(fc.nat(2 * MAX_OBSERVATION_GAP_MS), fc.nat(3)), {
    minLength: 1,
    maxLength: 50,
  });
  fc.assert(
    fc.property(looks, (drawn) => {
      let atMs = 0;
      let spans: ObservedPeriod[] = [];
      for (const [stepMs, active] of drawn) {
        atMs += stepMs;
        spans = addObservation(spans, counts(active), atMs);
      }
      spans.forEach((span, at) => {
        expect(span.toMs).toBeGreaterThanOrEqual(span.fromMs);
        expect(span.fromMs).toBeGreaterThanOrEqual(spans[at - 1]?.toMs ?? 0);
      });
      expect(spans.at(-1)?.toMs).toBe(atMs);
    }),
  );
  let spans: ObservedPeriod[] = [];
  for (let look = 0; look < 2500; look += 1) spans = addObservation(spans, counts(look % 2), look * 1000);
  expect(spans).toHaveLength(2000);
});
