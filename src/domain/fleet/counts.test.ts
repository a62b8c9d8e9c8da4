import { describe, expect, it } from 'vitest';
import { tunnelForTests } from '../tunnel/tunnelForTests.ts';
import { countByState, endsByHour } from './counts.ts';

const NOW = Date.UTC(2026, 0, 1, 12, 30);
const tunnel = (change: Parameters<typeof tunnelForTests>[0]) =>
  tunnelForTests({ createdAtMs: NOW, ...change });
const MINUTE_MS = 60_000;

describe('countByState', () => {
  it('counts in the order of a tunnel’s life, without empty states', () => {
    const tunnels = [tunnel({ state: 'STOPPED' }), tunnel({}), tunnel({}), tunnel({ state: 'unknown' })];
    expect(countByState(tunnels)).toEqual([
      { state: 'ACTIVE', count: 2 },
      { state: 'STOPPED', count: 1 },
      { state: 'unknown', count: 1 },
    ]);
  });
});

describe('endsByHour', () => {
  it('counts tunnels that have not ended by the hour of their end, up to the last hour', () => {
    const tunnels = [
      tunnel({ lifetimeMinutes: 10 }),
      tunnel({ lifetimeMinutes: 60 }),
      tunnel({ lifetimeMinutes: 61 }),
      tunnel({ lifetimeMinutes: 60, state: 'STOPPED' }),
      tunnel({ lifetimeMinutes: null }),
      tunnel({ lifetimeMinutes: 600 }),
      tunnel({ createdAtMs: NOW - 120 * MINUTE_MS, lifetimeMinutes: 60 }),
    ];
    expect(endsByHour(tunnels, NOW, 3).map(({ count }) => count)).toEqual([1, 2, 0]);
  });
});
