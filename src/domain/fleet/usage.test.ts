import { expect, it } from 'vitest';
import { tunnelForTests } from '../tunnel/tunnelForTests.ts';
import { fleetUsage } from './usage.ts';

const tunnel = (initiatorAccessPointId: string | null, listenerAccessPointId: string | null) =>
  tunnelForTests({ initiatorAccessPointId, listenerAccessPointId });

it('returns the most used access points and how often each pair is used', () => {
  const tunnels = [
    tunnel('a', 'b'),
    tunnel('a', 'b'),
    tunnel('b', 'a'),
    tunnel('c', null),
    tunnel(null, null),
  ];
  expect(fleetUsage(tunnels, 2)).toEqual({
    accessPoints: [
      { id: 'a', asInitiator: 2, asListener: 1 },
      { id: 'b', asInitiator: 1, asListener: 2 },
    ],
    matrix: {
      initiatorIds: ['a', 'b'],
      listenerIds: ['b', 'a'],
      counts: [
        [2, 0],
        [0, 1],
      ],
    },
    tunnelsInMatrix: 3,
  });
});
