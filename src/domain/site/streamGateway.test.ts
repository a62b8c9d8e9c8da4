import { expect, test } from 'vitest';
import { accessPointsOfGateway, gatewaysOfAccessPoint, type StreamGateway } from './streamGateway.ts';

const gateway = (id: string, name: string | null) => ({ id, name }) as StreamGateway;
const gateways = [gateway('1', 'North'), gateway('2', 'South '), gateway('3', 'South'), gateway('4', null)];

test.each([
  ['the one with its ID, whatever the names', { id: '1', name: 'South' }, ['1']],
  ['those with its name, where none has its ID', { id: '9', name: 'South' }, ['2', '3']],
  ['none', { id: '9', name: 'East' }, []],
])('the gateways of an access point are %s', (_which, accessPoint, ids) => {
  expect(gatewaysOfAccessPoint(accessPoint, gateways).map(({ id }) => id)).toEqual(ids);
});

test.each([
  ['the one with its ID', gateway('2', 'South '), ['2']],
  ['those with its name, where none has its ID', gateway('9', 'South '), ['2', '3']],
  ['none', gateway('9', null), []],
])('the access points of a gateway are %s', (_which, one, ids) => {
  const accessPoints = [
    { id: '1', name: 'North' },
    { id: '2', name: 'South' },
    { id: '3', name: 'South' },
  ];
  expect(accessPointsOfGateway(one, accessPoints).map(({ id }) => id)).toEqual(ids);
});
