import { expect, it } from 'vitest';
import { tunnelOutcome } from '../tunnel/outcome.ts';
import type { Tunnel } from '../tunnel/tunnel.ts';
import { tunnelForTests as tunnel } from '../tunnel/tunnelForTests.ts';
import { fleetCsv, fleetJson } from './exportTunnels.ts';

const names = {
  accessPoints: new Map([['sap-1', { name: 'Harbor, east', organization: null, hostEndpointId: null }]]),
  owners: {},
};
const all = [tunnel({ id: 'a', label: '=cmd', listenerContact: { host: '::1', port: 80 } })];
const NOW = 350 * 60_000;
const outcomes = { now: NOW, of: (one: Tunnel) => tunnelOutcome(one, null, NOW) };

it('CSV has a heading, names beside IDs, ISO times, and no formulas', () => {
  const [heading, row] = fleetCsv(all, names, outcomes).split('\r\n');
  expect(heading).toContain('id,label,state,outcome,reason');
  expect(row).toContain("a,'=cmd,ACTIVE,Expiring soon,in 10 min");
  expect(row).toContain('1970-01-01T00:00:00.000Z,1970-01-01T06:00:00.000Z,360,false,sap-1,"Harbor, east"');
  expect(row).toContain('[::1]:80');
});

it('JSON has texts unchanged', () => {
  expect(JSON.parse(fleetJson(all, names, outcomes))).toMatchObject([
    { id: 'a', label: '=cmd', listener: null },
  ]);
});
