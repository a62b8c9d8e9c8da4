import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TUNNEL_STATES } from '../tunnel/state.ts';
import { DEFAULT_COLUMNS, DEFAULT_SORT, FLEET_COLUMNS } from './columns.ts';
import { EMPTY_FILTER, SIDES } from './filter.ts';
import { type FleetUrlState, fleetUrlState, GROUPINGS } from './urlState.ts';

const DEFAULT_VIEW: FleetUrlState = {
  filter: EMPTY_FILTER,
  sort: DEFAULT_SORT,
  grouping: null,
  collapsedGroups: [],
  columns: DEFAULT_COLUMNS,
};

/** Returns the query string after a view has been written into it. */
function written(state: FleetUrlState, before = ''): URLSearchParams {
  const query = new URLSearchParams(before);
  fleetUrlState.write(state, query);
  return query;
}

it.each([
  [''],
  [
    'state=NOPE,&side=above&restartable=perhaps&left=-1&younger=1e3&older=99999999&sort=weight&group=color&folded=x',
  ],
  ['columns=,,nope&ap=&owner=&q='],
])('a query without valid values gives the default view: %j', (address) => {
  expect(fleetUrlState.read(new URLSearchParams(address))).toEqual(DEFAULT_VIEW);
});

it('writes only what differs from the default, and keeps other parameters', () => {
  const before = 'panel=charts&q=old';
  expect(written(DEFAULT_VIEW, before).toString()).toBe('panel=charts');
  const view: FleetUrlState = {
    ...DEFAULT_VIEW,
    filter: { ...EMPTY_FILTER, needsAttention: true },
    sort: { column: 'ends', descending: false },
    grouping: 'pair',
  };
  expect(written(view, before).toString()).toBe('panel=charts&attention=yes&sort=ends&group=pair');
});

it('widths stay within their limits', () => {
  const { columns } = fleetUrlState.read(new URLSearchParams('columns=id:1,label:9999,state:x'));
  expect(columns).toEqual([
    { column: 'id', widthPx: 48 },
    { column: 'label', widthPx: 1200 },
    { column: 'state', widthPx: null },
  ]);
});

it.each([
  ['group=owner&folded=a,b-1', ['a', 'b-1']],
  ['group=pair&folded=a+b,a+b,c+d+e,,<i>', ['a b']],
  ['folded=a', []],
  [`group=owner&folded=${'x'.repeat(65)}`, []],
  [
    `group=owner&folded=${Array.from({ length: 60 }, (_, index) => index).join(',')}`,
    Array.from({ length: 40 }, (_, index) => String(index + 20)),
  ],
])('collapsed groups are IDs, of a grouped list, and not too many: %j', (address, collapsed) => {
  const view = fleetUrlState.read(new URLSearchParams(address));
  expect(view.collapsedGroups).toEqual(collapsed);
  expect(fleetUrlState.read(written(view))).toEqual(view);
});

it('every view reads back as it was written', () => {
  const id = fc.option(fc.uuid());
  const minutes = fc.option(fc.nat(100_000));
  const views = fc.record({
    filter: fc.record({
      text: fc.string(),
      needsAttention: fc.boolean(),
      states: fc.uniqueArray(fc.constantFrom(...TUNNEL_STATES)),
      accessPointId: id,
      side: fc.option(fc.constantFrom(...SIDES)),
      endpointId: id,
      ownerId: id,
      restartable: fc.option(fc.boolean()),
      maxTimeLeftMinutes: minutes,
      maxAgeMinutes: minutes,
      minAgeMinutes: minutes,
    }),
    sort: fc.record({ column: fc.constantFrom(...FLEET_COLUMNS), descending: fc.boolean() }),
    grouping: fc.option(fc.constantFrom(...GROUPINGS)),
    collapsedGroups: fc.uniqueArray(fc.uuid(), { maxLength: 40 }),
    columns: fc.uniqueArray(
      fc.record({
        column: fc.constantFrom(...FLEET_COLUMNS),
        widthPx: fc.option(fc.integer({ min: 48, max: 1200 })),
      }),
      { selector: ({ column }) => column, minLength: 1 },
    ),
  });
  fc.assert(
    fc.property(views, (view) => {
      const collapsedGroups = view.grouping ? view.collapsedGroups : [];
      expect(fleetUrlState.read(written(view))).toEqual({
        ...view,
        collapsedGroups,
      });
    }),
  );
});
