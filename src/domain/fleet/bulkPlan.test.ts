import { expect, it } from 'vitest';
import { TUNNEL_STATES } from '../tunnel/state.ts';
import { tunnelForTests as tunnel } from '../tunnel/tunnelForTests.ts';
import { type BulkAction, findStoppedTunnels, needsStopFirst, planBulkAction } from './bulkPlan.ts';

const all = TUNNEL_STATES.map((state) => tunnel({ id: state, state }));

it.each<[BulkAction, string[], string[]]>([
  [
    'stop',
    ['UNINITIALIZED', 'AWAITING_LISTENER', 'ACTIVE', 'unknown'],
    ['STOPPING already stopping', 'STOPPED already stopped'],
  ],
  [
    'delete',
    ['STOPPED', 'unknown'],
    [
      'UNINITIALIZED not stopped',
      'AWAITING_LISTENER not stopped',
      'ACTIVE not stopped',
      'STOPPING still stopping',
    ],
  ],
  ['stop-and-delete', [...TUNNEL_STATES], []],
])('%s: which tunnels are eligible, and why others are not', (action, eligible, ineligible) => {
  const plan = planBulkAction(action, all);
  expect(plan.eligible.map(({ id }) => id)).toEqual(eligible);
  expect(plan.ineligible.map(({ tunnel: { id }, reason }) => `${id} ${reason}`)).toEqual(ineligible);
});

it('offers to stop first if a tunnel to delete still runs', () => {
  expect(needsStopFirst('delete', planBulkAction('delete', all))).toBe(true);
  expect(needsStopFirst('delete', planBulkAction('delete', [tunnel({ state: 'STOPPED' })]))).toBe(false);
  expect(needsStopFirst('stop', planBulkAction('stop', all))).toBe(false);
});

it.each<[string, string, boolean, string[]]>([
  ['an old list', 'STOPPED STOPPING', false, ['STOPPED']],
  ['an old list that lacks one', 'STOPPED', false, ['STOPPED']],
  ['a new list', 'STOPPED STOPPING ACTIVE', true, ['STOPPED']],
  ['a new list that lacks one', 'STOPPED ACTIVE', true, ['STOPPED', 'STOPPING']],
  ['no list', '', false, []],
])('findStoppedTunnels by %s', (_case, listed, isReadSince, stopped) => {
  const requested = all.filter(({ id }) => ['STOPPED', 'STOPPING'].includes(id));
  const list = all.filter(({ id }) => listed.split(' ').includes(id));
  expect(
    findStoppedTunnels(requested, list, isReadSince)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(stopped);
});
