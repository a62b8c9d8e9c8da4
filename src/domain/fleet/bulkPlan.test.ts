import { expect, it } from 'vitest';
import { TUNNEL_STATES } from '../tunnel/state.ts';
import { tunnelForTests as tunnel } from '../tunnel/tunnelForTests.ts';
import { type BulkAction, needsStopFirst, planBulk, stoppedOf } from './bulkPlan.ts';

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
  const plan = planBulk(action, all);
  expect(plan.hit.map(({ id }) => id)).toEqual(hit);
  expect(plan.cannot.map(({ tunnel: { id }, why }) => `${id} ${why}`)).toEqual(cannot);
});

it('offers to stop first where something to delete still runs', () => {
  expect(needsStopFirst('delete', planBulk('delete', all))).toBe(true);
  expect(needsStopFirst('delete', planBulk('delete', [tunnel({ state: 'STOPPED' })]))).toBe(false);
  expect(needsStopFirst('stop', planBulk('stop', all))).toBe(false);
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
    stoppedOf(asked, list, isReadSince)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(stopped);
});
