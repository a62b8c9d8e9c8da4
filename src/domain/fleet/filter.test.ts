import { describe, expect, it } from 'vitest';
import { tunnelOutcome } from '../tunnel/outcome.ts';
import type { Tunnel } from '../tunnel/tunnel.ts';
import { tunnelForTests as tunnel } from '../tunnel/tunnelForTests.ts';
import {
  countPanelFilters,
  createFleetLookup,
  EMPTY_FILTER,
  type FleetFilter,
  filterFleet,
} from './filter.ts';

const MINUTE_MS = 60_000;
const NOW = 1_000 * MINUTE_MS;
const ADA = {
  id: 'u-1',
  username: 'ada@hpc.example',
  name: 'Ada Byron',
  organization: 'Byron Lab',
  email: null,
};
const names = {
  accessPoints: new Map([
    ['sap-1', { name: 'Harbor Beamline', organization: 'Harbor University', hostEndpointId: 'e-1' }],
    ['sap-2', { name: 'Northfield', organization: null, hostEndpointId: 'e-2' }],
  ]),
  owners: { 'u-1': ADA },
};
const all = [
  tunnel({ id: 'night', label: 'Night shift', createdAtMs: NOW - 350 * MINUTE_MS, restartable: true }),
  tunnel({ id: 'over', state: 'STOPPED', createdAtMs: NOW - 900 * MINUTE_MS, ownerId: 'u-1' }),
  tunnel({
    id: 'odd',
    stateText: 'PARKED',
    status: 'Waiting for the Night Porter',
    initiatorContact: { host: '2001:db8::7', port: 5055 },
    listenerContact: { host: '198.51.100.4', port: 6100 },
    createdAtMs: null,
    initiatorAccessPointId: 'sap-2',
    listenerAccessPointId: 'sap-1',
  }),
  tunnel({ id: 'bare', initiatorAccessPointId: null, listenerAccessPointId: null, createdAtMs: NOW }),
];
const outcomes = { now: NOW, of: (one: Tunnel) => tunnelOutcome(one, null, NOW) };
const idsOf = (filter: Partial<FleetFilter>) =>
  filterFleet(all, { ...EMPTY_FILTER, ...filter }, createFleetLookup(names), outcomes).map(({ id }) => id);

describe('filterFleet', () => {
  it.each<[string, Partial<FleetFilter>, string[]]>([
    ['no condition', {}, ['night', 'over', 'odd', 'bare']],
    ['words in any order and case', { text: 'shift NIGHT' }, ['night']],
    ['a part of an ID', { text: 'ov' }, ['over']],
    ['an access point’s name', { text: 'beamline' }, ['night', 'over', 'odd']],
    ['an access point’s organization', { text: 'harbor university' }, ['night', 'over', 'odd']],
    ['an owner’s name', { text: 'ada' }, ['over']],
    ['an owner’s username', { text: 'hpc.example' }, ['over']],
    ['an owner’s organization', { text: 'byron lab' }, ['over']],
    ['the server’s own name for a state', { text: 'parked' }, ['odd']],
    ['words of the status', { text: 'porter' }, ['odd']],
    ['the address on the initiator’s side', { text: '2001:DB8::7' }, ['odd']],
    ['the port on the initiator’s side', { text: ':5055' }, ['odd']],
    ['the address on the listener’s side', { text: '198.51.100.4' }, ['odd']],
    ['the port on the listener’s side', { text: '6100' }, ['odd']],
    ['one state', { states: ['STOPPED'] }, ['over']],
    ['one of several states', { states: ['STOPPED', 'unknown'] }, ['over', 'odd']],
    ['an access point on either side', { accessPointId: 'sap-2' }, ['night', 'over', 'odd']],
    ['an access point as listener', { accessPointId: 'sap-2', side: 'listener' }, ['night', 'over']],
    ['an access point as initiator', { accessPointId: 'sap-2', side: 'initiator' }, ['odd']],
    ['a side without an access point has no effect', { side: 'initiator' }, ['night', 'over', 'odd', 'bare']],
    ['an endpoint on either side', { endpointId: 'e-1' }, ['night', 'over', 'odd']],
    ['an endpoint of no access point', { endpointId: 'e-3' }, []],
    ['what needs attention', { needsAttention: true }, ['night']],
    ['an owner', { ownerId: 'u-1' }, ['over']],
    ['restartable', { restartable: true }, ['night']],
    ['not restartable', { restartable: false }, ['over', 'odd', 'bare']],
    ['little time left, and not ended', { maxTimeLeftMinutes: 10 }, ['night']],
    ['created recently', { maxAgeMinutes: 60 }, ['bare']],
    ['created long ago', { minAgeMinutes: 360 }, ['over']],
    ['between two ages', { minAgeMinutes: 300, maxAgeMinutes: 400 }, ['night']],
    ['several conditions together', { text: 'harbor', states: ['ACTIVE'], restartable: true }, ['night']],
  ])('%s', (_case, filter, ids) => {
    expect(idsOf(filter)).toEqual(ids);
  });
});

it('counts the conditions that the filter panel shows', () => {
  expect(countPanelFilters(EMPTY_FILTER)).toBe(0);
  expect(countPanelFilters({ ...EMPTY_FILTER, text: 'x', needsAttention: true, side: 'listener' })).toBe(0);
  expect(countPanelFilters({ ...EMPTY_FILTER, restartable: false, states: ['ACTIVE', 'STOPPED'] })).toBe(2);
});
