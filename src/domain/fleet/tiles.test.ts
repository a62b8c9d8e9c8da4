import { describe, expect, it, test } from 'vitest';
import { type Outcome, tunnelOutcome } from '../tunnel/outcome.ts';
import type { Tunnel } from '../tunnel/tunnel.ts';
import { tunnelForTests as tunnel } from '../tunnel/tunnelForTests.ts';
import { EMPTY_FILTER, type FleetFilter } from './filter.ts';
import { FLEET_TILES, isTilePressed, summarizeTiles, toggleTile } from './tiles.ts';

const MINUTE_MS = 60_000;
const NOW = 1000 * MINUTE_MS;
const created = (minutesAgo: number, change: Partial<Tunnel>) =>
  tunnel({ createdAtMs: NOW - minutesAgo * MINUTE_MS, ...change });

const FAILED: Outcome = { kind: 'failed', severity: 'critical', reason: 'No route', evidence: '' };
/** Derives outcomes; events say that the tunnel "lost" has failed. */
const outcomes = {
  now: NOW,
  of: (one: Tunnel) => (one.id === 'lost' ? FAILED : tunnelOutcome(one, null, NOW)),
};
/** Returns what each tile shows: the severity, if it is urgent, the count and the detail. */
const shown = (tunnels: readonly Tunnel[]) =>
  Object.fromEntries(
    summarizeTiles(tunnels, outcomes).map(({ tile, severity, count, detail }) => [
      tile,
      `${severity === 'quiet' ? '' : `${severity} `}${count}: ${detail}`,
    ]),
  );

describe('summarizeTiles', () => {
  it('counts every tunnel in each tile it belongs to', () => {
    expect(
      shown([
        created(10, { id: 'steady' }),
        created(355, { id: 'expiring' }),
        created(310, { id: 'within the hour' }),
        created(11, { id: 'alone', state: 'AWAITING_LISTENER' }),
        created(1, { id: 'new', state: 'AWAITING_LISTENER' }),
        created(20, { id: 'lost', state: 'STOPPED' }),
        created(20, { id: 'stopped', state: 'STOPPED' }),
      ]),
    ).toEqual({
      attention: 'critical 3: 1 failed, 1 waiting over 10 min, 1 expiring soon',
      active: '3: of 7 tunnels',
      waiting: '2: Longest: 11 min',
      expiring: '2: Next in 5 min',
      ended: '2: 1 failed, 1 stopped early',
    });
  });

  it('says what is missing', () => {
    expect(shown([created(900, { state: 'STOPPED' })])).toEqual({
      attention: '0: No problems found',
      active: '0: of 1 tunnel',
      waiting: '0: No tunnels',
      expiring: '0: No tunnels',
      ended: '1: None stopped early',
    });
  });

  it('is a warning if nothing failed', () => {
    expect(shown([created(11, { state: 'AWAITING_LISTENER' })]).attention).toBe(
      'warning 1: 1 waiting over 10 min',
    );
  });
});

test('a tile sets its filter in place of another tile’s, keeps the rest, and removes it again', () => {
  const filter: FleetFilter = { ...EMPTY_FILTER, text: 'night', ownerId: 'u-1' };
  const ended = toggleTile('ended', filter);
  expect(ended).toEqual({ ...filter, states: ['STOPPED'] });
  const attention = toggleTile('attention', ended);
  expect(attention).toEqual({ ...filter, needsAttention: true });
  expect(FLEET_TILES.filter((tile) => isTilePressed(tile, attention))).toEqual(['attention']);
  expect(toggleTile('attention', attention)).toEqual(filter);
  expect(FLEET_TILES.filter((tile) => isTilePressed(tile, filter))).toEqual([]);
});
