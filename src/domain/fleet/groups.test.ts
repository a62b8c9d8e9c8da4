import { expect, it } from 'vitest';
import { tunnelForTests as tunnel } from '../tunnel/tunnelForTests.ts';
import { groupFleet } from './groups.ts';

const names = {
  accessPoints: new Map([
    ['sap-1', { name: 'Harbor', organization: null, hostEndpointId: null }],
    ['sap-2', { name: 'Northfield', organization: null, hostEndpointId: null }],
  ]),
  owners: { u: { id: 'u', username: 'ada@x.example', name: 'Ada', organization: null, email: null } },
};
const all = [
  tunnel({ id: '1', ownerId: 'u' }),
  tunnel({ id: '2', ownerId: 'u', listenerAccessPointId: 'sap-1' }),
  tunnel({ id: '3', initiatorAccessPointId: null }),
];

it.each([
  [
    'owner',
    [
      ['Ada', '1', '2'],
      ['Unknown', '3'],
    ],
  ],
  [
    'pair',
    [
      ['Harbor → Harbor', '2'],
      ['Harbor → Northfield', '1'],
      ['Unknown → Northfield', '3'],
    ],
  ],
  // A tunnel is in the group of each access point, or in one group if both are the same.
  [
    'access-point',
    [
      ['Harbor', '1', '2'],
      ['Northfield', '1', '3'],
      ['Unknown', '3'],
    ],
  ],
] as const)('by %s: the largest group first, names in place of IDs', (grouping, groups) => {
  const found = groupFleet(all, grouping, names).map(({ title, tunnels }) => [
    title,
    ...tunnels.map(({ id }) => id),
  ]);
  expect(found).toEqual(groups);
});
