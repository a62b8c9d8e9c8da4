import { expect, test } from 'vitest';
import type { Tunnel } from '../tunnel/tunnel.ts';
import { recentOwners } from './recentOwners.ts';

const tunnel = (ownerId: string | null, createdAtMs: number, listenerAccessPointId = 'here') =>
  ({ ownerId, createdAtMs, initiatorAccessPointId: 'there', listenerAccessPointId }) as Tunnel;

test('the owners of the latest tunnels through the access point, each once', () => {
  const tunnels = [
    tunnel('ada', 1),
    tunnel('bob', 3),
    tunnel('eve', 9, 'elsewhere'),
    tunnel(null, 8),
    tunnel('ada', 5),
  ];
  expect(recentOwners(tunnels, 'here')).toEqual(['ada', 'bob']);
});

test('at most 40 of them', () => {
  const tunnels = Array.from({ length: 50 }, (_, at) => tunnel(`owner ${at}`, at));
  const owners = recentOwners(tunnels, 'here');
  expect(owners).toHaveLength(40);
  expect(owners[0]).toBe('owner 49');
});
