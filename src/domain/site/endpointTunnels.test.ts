import { expect, test } from 'vitest';
import { tunnelForTests as tunnel } from '../tunnel/tunnelForTests.ts';
import { countOutcomes, tunnelsByEndpoint } from './endpointTunnels.ts';

const endpointIds = new Map([
  ['a', 'harbor'],
  ['b', 'harbor'],
  ['c', 'tidewater'],
]);
const between = (id: string, initiatorAccessPointId: string | null, listenerAccessPointId: string | null) =>
  tunnel({ id, initiatorAccessPointId, listenerAccessPointId });

test('a tunnel counts for the endpoint of either side, and once where both are on one', () => {
  const tunnels = [between('inside', 'a', 'b'), between('across', 'a', 'c'), between('elsewhere', 'x', null)];
  const groups = tunnelsByEndpoint(tunnels, endpointIds);
  expect([...groups].map(([id, group]) => [id, group.map((one) => one.id)])).toEqual([
    ['harbor', ['inside', 'across']],
    ['tidewater', ['across']],
  ]);
});

test('outcomes are counted with what needs attention first', () => {
  const MINUTE_MS = 60_000;
  const now = 1000 * MINUTE_MS;
  const active = { state: 'ACTIVE', lifetimeMinutes: 360 } as const;
  const tunnels = [
    tunnel({ ...active, createdAtMs: now - MINUTE_MS }),
    tunnel({ ...active, createdAtMs: now - 355 * MINUTE_MS }),
    tunnel({ ...active, createdAtMs: now - 2 * MINUTE_MS }),
    tunnel({ state: 'STOPPED', createdAtMs: now - MINUTE_MS }),
  ];
  expect(countOutcomes(tunnels, now)).toEqual([
    { kind: 'expiring', count: 1 },
    { kind: 'active', count: 2 },
    { kind: 'stopped-early', count: 1 },
  ]);
  expect(countOutcomes([], now)).toEqual([]);
});
