import { expect, it } from 'vitest';
import { TUNNEL_STATES } from '../tunnel/state.ts';
import { tunnelForTests as tunnel } from '../tunnel/tunnelForTests.ts';
import { type BulkAction, findStoppedTunnels, needsStopFirst, planBulkAction } from './bulkPlan.ts';

const all = TUNNEL_STATES.map((state) => tunnel({ id: state, state }));

it.each<[BulkAction, string[], string[]]>([
  [
    'stop',
    ['UNINITIALIZED', 'AWAITING_LISTENER', 'ACTIVE', 'unknown'],
    ['STOPPING stopping already', 'STOPPED stopped already'],
  ],
  [
    'delete',
    ['STOPPED', 'unknown'],
    [
      'UNINITIALIZED not stopped yet',
      'AWAITING_LISTENER not stopped yet',
      'ACTIVE not stopped yet',
      'STOPPING still stopping',
    ],
  ],
  ['stop-and-delete', [...TUNNEL_STATES], []],
])('%s: what it hits, and what it cannot', (action, hit, cannot) => {
  const plan = planBulkAction(action, all);
  expect(plan.eligible.map(({ id }) => id)).toEqual(hit);
  expect(plan.ineligible.map(({ tunnel: { id }, reason }) => `${id} ${reason}`)).toEqual(cannot);
});

it('offers to stop first where something to delete still runs', () => {
  expect(needsStopFirst('delete', planBulkAction('delete', all))).toBe(true);
  expect(needsStopFirst('delete', planBulkAction('delete', [tunnel({ state: 'STOPPED' })]))).toBe(false);
  expect(needsStopFirst('stop', planBulkAction('stop', all))).toBe(false);
});

it.each<[string, string, boolean, string[]]>([
  ['an old list', 'STOPPED STOPPING', false, ['STOPPED']],
  ['an old list that does not know them yet', 'STOPPED', false, ['STOPPED']],
  ['a new list', 'STOPPED STOPPING ACTIVE', true, ['STOPPED']],
  ['a new list in which one is missing', 'STOPPED ACTIVE', true, ['STOPPED', 'STOPPING']],
  ['no list', '', false, []],
])('which have stopped, by %s', (_about, listed, isReadSince, stopped) => {
  const asked = all.filter(({ id }) => ['STOPPED', 'STOPPING'].includes(id));
  const list = all.filter(({ id }) => listed.split(' ').includes(id));
  expect(
    findStoppedTunnels(asked, list, isReadSince)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(stopped);
});
