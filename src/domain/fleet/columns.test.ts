import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TUNNEL_STATES } from '../tunnel/state.ts';
import { tunnelForTests as tunnel } from '../tunnel/tunnelForTests.ts';
import { FLEET_COLUMNS, sortFleet } from './columns.ts';

const names = {
  accessPoints: new Map([['sap-2', { name: 'Aldgate', organization: null, hostEndpointId: null }]]),
  owners: {},
};

describe('sortFleet', () => {
  const all = [
    tunnel({ id: '1', label: 'b', createdAtMs: 2, lifetimeMinutes: 60 }),
    tunnel({ id: '2', label: 'A', createdAtMs: null, initiatorAccessPointId: 'sap-2' }),
    tunnel({ id: '3', label: 'c', createdAtMs: 1, lifetimeMinutes: 90, state: 'STOPPED' }),
  ];
  it.each([
    ['created', true, ['1', '3', '2']],
    ['created', false, ['3', '1', '2']],
    ['label', false, ['2', '1', '3']],
    ['label', true, ['3', '1', '2']],
    ['initiator', false, ['2', '1', '3']],
    ['ends', false, ['1', '2', '3']],
    ['state', true, ['3', '1', '2']],
    ['organization', false, ['1', '2', '3']],
  ] as const)('by %s, descending %s: tunnels without a value come last', (column, descending, ids) => {
    expect(sortFleet(all, { column, descending }, names).map(({ id }) => id)).toEqual(ids);
  });

  it('gives the same order whatever the order was, and keeps every tunnel', () => {
    const tunnels = fc.uniqueArray(
      fc.record({
        id: fc.string({ minLength: 1, maxLength: 3 }),
        label: fc.option(fc.string({ maxLength: 2 })),
        state: fc.constantFrom(...TUNNEL_STATES),
        createdAtMs: fc.option(fc.nat(3)),
        lifetimeMinutes: fc.option(fc.nat(3)),
        ownerId: fc.option(fc.constantFrom('u', 'v')),
      }),
      { selector: ({ id }) => id, maxLength: 12 },
    );
    fc.assert(
      fc.property(tunnels, fc.constantFrom(...FLEET_COLUMNS), fc.boolean(), (drawn, column, descending) => {
        const list = drawn.map(tunnel);
        const sorted = sortFleet(list, { column, descending }, names);
        expect(sortFleet([...list].reverse(), { column, descending }, names)).toEqual(sorted);
        expect(new Set(sorted)).toEqual(new Set(list));
      }),
    );
  });
});
