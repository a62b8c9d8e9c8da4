import { expect, it } from 'vitest';
import { tunnelForTests as tunnel } from '../tunnel/tunnelForTests.ts';
import { groupFleet } from './groups.ts';

const names = {
  accessPoints: new Map([
    ['sap-1', { name: 'Harbor', organization: null }],
    ['sap-2', { name: 'Northfield', organization: null }],
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
      ['Not told', '3'],
    ],
  ],
  [
    'pair',
    [
      ['Harbor → Harbor', '2'],
      ['Harbor → Northfield', '1'],
      ['Not told → Northfield', '3'],
    ],
  ],
  // A tunnel stands at both its ends, once where they are the same.
  [
    'access-point',
    [
      ['Harbor', '1', '2'],
      ['Northfield', '1', '3'],
      ['Not told', '3'],
    ],
  ],
] as const)('by %s: the largest first, names in place of ids', (grouping, groups) => {
  const found = groupFleet(all, grouping, names).map(({ title, tunnels }) => [
    title,
    ...tunnels.map(({ id }) => id),
  ]);
  expect(found).toEqual(groups);
});
