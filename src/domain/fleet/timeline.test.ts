import { expect, it } from 'vitest';
import { tunnelForTests as tunnel } from '../tunnel/tunnelForTests.ts';
import { timelineBars } from './timeline.ts';

const MINUTE_MS = 60_000;

it('running tunnels come first, the next to end first; then stopped ones, whose end is unknown', () => {
  const bars = timelineBars(
    [
      tunnel({ id: 'late', lifetimeMinutes: 20 }),
      tunnel({ id: 'soon', lifetimeMinutes: 10 }),
      tunnel({ id: 'stopped', state: 'STOPPED', lifetimeMinutes: 3 }),
      tunnel({ id: 'stopped early', state: 'STOPPED', createdAtMs: MINUTE_MS, lifetimeMinutes: 60 }),
      tunnel({
        id: 'stopped, without a lifetime',
        state: 'STOPPED',
        createdAtMs: 2 * MINUTE_MS,
        lifetimeMinutes: null,
      }),
      tunnel({ id: 'stopped, created in the future', state: 'STOPPED', createdAtMs: 9 * MINUTE_MS }),
      tunnel({ id: 'undated', createdAtMs: null }),
      tunnel({ id: 'without a lifetime', lifetimeMinutes: null }),
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
    ['stopped, created in the future', 9, 9, true],
    ['stopped, without a lifetime', 2, 5, true],
    ['stopped early', 1, 5, true],
    ['stopped', 0, 3, true],
  ]);
});
