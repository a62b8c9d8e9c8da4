import { expect, it } from 'vitest';
import { tunnelForTests as tunnel } from '../tunnel/tunnelForTests.ts';
import { timelineBars } from './timeline.ts';

const MINUTE_MS = 60_000;

it('what is not over comes first, the next to end first; then what is over, whose end is not told', () => {
  const bars = timelineBars(
    [
      tunnel({ id: 'late', lifetimeMinutes: 20 }),
      tunnel({ id: 'soon', lifetimeMinutes: 10 }),
      tunnel({ id: 'over', state: 'STOPPED', lifetimeMinutes: 3 }),
      tunnel({ id: 'over early', state: 'STOPPED', createdAtMs: MINUTE_MS, lifetimeMinutes: 60 }),
      tunnel({ id: 'over, endless', state: 'STOPPED', createdAtMs: 2 * MINUTE_MS, lifetimeMinutes: null }),
      tunnel({ id: 'over, of a clock ahead', state: 'STOPPED', createdAtMs: 9 * MINUTE_MS }),
      tunnel({ id: 'undated', createdAtMs: null }),
      tunnel({ id: 'endless', lifetimeMinutes: null }),
    ],
    5 * MINUTE_MS,
  );
  expect(
    bars.map(({ tunnel: { id }, fromMs, toMs, isEndUnknown }) => [
      id,
      fromMs / MINUTE_MS,
      toMs / MINUTE_MS,
      isEndUnknown,
    ]),
  ).toEqual([
    ['soon', 0, 10, false],
    ['late', 0, 20, false],
    ['over, of a clock ahead', 9, 9, true],
    ['over, endless', 2, 5, true],
    ['over early', 1, 5, true],
    ['over', 0, 3, true],
  ]);
});
