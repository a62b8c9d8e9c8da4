import { expect, it } from 'vitest';
import type { Tunnel } from '../tunnel/tunnel.ts';
import { tunnelForTests as tunnel } from '../tunnel/tunnelForTests.ts';
import { detectFleetChanges } from './changes.ts';

const MINUTE_MS = 60_000;
const CONTACT = { host: '10.0.0.7', port: 5000 };
const told = (before: Partial<Tunnel> | null, after: Partial<Tunnel>, now = 0, asked = false) =>
  detectFleetChanges(before && [tunnel(before)], [tunnel(after)], {
    now,
    endingSoonMs: 15 * MINUTE_MS,
    requestedStops: new Set(asked ? [tunnel({}).id] : []),
  }).map(({ kind, text }) => `${kind}: ${text}`);

it.each<[string, Partial<Tunnel>, Partial<Tunnel>, string[]]>([
  ['nothing', {}, {}, []],
  ['renamed', {}, { label: 'x' }, []],
  ['set up', { state: 'UNINITIALIZED' }, { state: 'AWAITING_LISTENER' }, []],
  ['active', { state: 'AWAITING_LISTENER' }, {}, ['active: became active']],
  ['active from a word nobody knows', { stateText: 'PARKED' }, {}, ['active: became active']],
  ['lost', {}, { state: 'AWAITING_LISTENER' }, ['failed: lost its connection and waits again']],
  ['a word that says failed', {}, { stateText: 'FAILED' }, ['failed: is FAILED now']],
  ['a word that says nothing', {}, { stateText: 'REBALANCING' }, []],
  ['stopping, unasked', {}, { state: 'STOPPING' }, ['stopped: stopped, without being asked from here']],
  ['stopped at once', {}, { state: 'STOPPED' }, ['stopped: stopped, without being asked from here']],
  ['stopped in the end', { state: 'STOPPING' }, { state: 'STOPPED' }, []],
  [
    'stopped before it was active',
    { state: 'AWAITING_LISTENER', listenerContact: CONTACT },
    { state: 'STOPPED' },
    ['failed: stopped before it became active'],
  ],
  [
    'given up while it waited for somebody',
    { state: 'AWAITING_LISTENER' },
    { state: 'STOPPED' },
    ['stopped: stopped, without being asked from here'],
  ],
  [
    'at the end of its lifetime',
    { lifetimeMinutes: 0 },
    { lifetimeMinutes: 0, state: 'STOPPED' },
    ['stopped: stopped: its lifetime is over'],
  ],
])('%s', (_what, before, after, changes) => {
  expect(told(before, after)).toEqual(changes);
});

it('is silent about what somebody asked for here', () => {
  expect(told({}, { state: 'STOPPING' }, 0, true)).toEqual([]);
});

it('a tunnel that appears is news only when it is active', () => {
  const watching = { now: 0, endingSoonMs: 0, requestedStops: new Set<string>() };
  expect(detectFleetChanges([], [tunnel({})], watching)).toHaveLength(1);
  expect(detectFleetChanges([], [tunnel({ state: 'STOPPED' })], watching)).toEqual([]);
  expect(detectFleetChanges(null, [tunnel({})], watching)).toEqual([]);
});

it.each([
  [344, []],
  [345, ['ending: ends soon']],
  [359, ['ending: ends soon']],
  [360, []],
])('of 360 minutes, %i are over', (minutes, changes) => {
  expect(told(null, {}, minutes * MINUTE_MS)).toEqual(changes);
  expect(told(null, { state: 'STOPPED' }, minutes * MINUTE_MS)).toEqual([]);
});
