import { describe, expect, it } from 'vitest';
import { countByState, endsByHour, filterFleet } from './fleet.ts';
import type { Tunnel } from './tunnel.ts';

const NOW = Date.UTC(2026, 0, 1, 12, 30);
const MINUTE_MS = 60_000;

const tunnel = (change: Partial<Tunnel>): Tunnel => ({
  id: 'a0000000-0000-4000-8000-000000000001',
  label: null,
  state: 'ACTIVE',
  stateText: 'ACTIVE',
  status: '',
  createdAtMs: NOW,
  lifetimeMinutes: 360,
  restartable: false,
  listenerContact: null,
  initiatorContact: null,
  initiatorAccessPointId: 'sap-1',
  listenerAccessPointId: 'sap-2',
  ownerId: null,
  submissionId: null,
  ...change,
});

const nameOf = (id: string | null) => (id === 'sap-1' ? 'Harbor Beamline' : null);

describe('countByState', () => {
  it('counts in the order of a tunnel’s life, without the states that nobody is in', () => {
    const tunnels = [tunnel({ state: 'STOPPED' }), tunnel({}), tunnel({}), tunnel({ state: 'unknown' })];
    expect(countByState(tunnels)).toEqual([
      { state: 'ACTIVE', count: 2 },
      { state: 'STOPPED', count: 1 },
      { state: 'unknown', count: 1 },
    ]);
  });
});

describe('filterFleet', () => {
  const all = [
    tunnel({ id: 'old', label: 'Night shift', createdAtMs: NOW - MINUTE_MS }),
    tunnel({ id: 'new', state: 'STOPPED', stateText: 'STOPPED' }),
    tunnel({ id: 'undated', createdAtMs: null, initiatorAccessPointId: null }),
  ];

  it.each([
    ['', null, ['new', 'old', 'undated']],
    ['night', null, ['old']],
    ['shift NIGHT', null, ['old']],
    ['harbor', null, ['new', 'old']],
    ['sap-2 undated', null, ['undated']],
    ['stopped', null, ['new']],
    ['', 'STOPPED', ['new']],
    ['night', 'STOPPED', []],
  ] as const)('%j in state %s', (text, state, ids) => {
    expect(filterFleet(all, { text, state }, nameOf).map(({ id }) => id)).toEqual(ids);
  });
});

describe('endsByHour', () => {
  it('counts what is not over by the hour of its end, and nothing beyond', () => {
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
