import { expect, it } from 'vitest';
import { timeline } from './fleetTimeline.ts';
import { tunnelForTests as tunnel } from './tunnelForTests.ts';

it('what is not over and says when it ends, the next to end first', () => {
  const bars = timeline([
    tunnel({ id: 'late', lifetimeMinutes: 20 }),
    tunnel({ id: 'soon', lifetimeMinutes: 10 }),
    tunnel({ id: 'over', state: 'STOPPED' }),
    tunnel({ id: 'undated', createdAtMs: null }),
    tunnel({ id: 'endless', lifetimeMinutes: null }),
  ]);
  expect(bars.map(({ tunnel: { id }, fromMs, toMs }) => [id, fromMs, toMs])).toEqual([
    ['soon', 0, 600_000],
    ['late', 0, 1_200_000],
  ]);
});
