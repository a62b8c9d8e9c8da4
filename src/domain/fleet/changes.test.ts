import { expect, it } from 'vitest';
import type { Tunnel } from '../tunnel/tunnel.ts';
import { tunnelForTests as tunnel } from '../tunnel/tunnelForTests.ts';
import { detectFleetChanges } from './changes.ts';

const MINUTE_MS = 60_000;
const CONTACT = { host: '10.0.0.7', port: 5000 };
const changesBetween = (
  before: Partial<Tunnel> | null,
  after: Partial<Tunnel>,
  now = 0,
  isRequested = false,
) =>
  detectFleetChanges(before && [tunnel(before)], [tunnel(after)], {
    now,
    endingSoonMs: 15 * MINUTE_MS,
    requestedStops: new Set(isRequested ? [tunnel({}).id] : []),
  }).map(({ kind, text }) => `${kind}: ${text}`);

it.each<[string, Partial<Tunnel>, Partial<Tunnel>, string[]]>([
  ['nothing', {}, {}, []],
  ['renamed', {}, { label: 'x' }, []],
  ['set up', { state: 'UNINITIALIZED' }, { state: 'AWAITING_LISTENER' }, []],
  ['active', { state: 'AWAITING_LISTENER' }, {}, ['active: became active']],
  ['active from an unknown state', { stateText: 'PARKED' }, {}, ['active: became active']],
  ['lost', {}, { state: 'AWAITING_LISTENER' }, ['failed: lost its connection and is reconnecting']],
  ['an unknown state that says failed', {}, { stateText: 'FAILED' }, ['failed: changed to FAILED']],
  ['an unknown state that says nothing', {}, { stateText: 'REBALANCING' }, []],
  ['stopping without a request from here', {}, { state: 'STOPPING' }, ['stopped: stopped unexpectedly']],
  ['stopped immediately', {}, { state: 'STOPPED' }, ['stopped: stopped unexpectedly']],
  ['stopped after stopping', { state: 'STOPPING' }, { state: 'STOPPED' }, []],
  [
    'stopped before it was active',
    { state: 'AWAITING_LISTENER', listenerContact: CONTACT },
    { state: 'STOPPED' },
    ['failed: failed before becoming active'],
  ],
  [
    'stopped while it waited for the listener',
    { state: 'AWAITING_LISTENER' },
    { state: 'STOPPED' },
    ['stopped: stopped unexpectedly'],
  ],
  [
    'at the end of its lifetime',
    { lifetimeMinutes: 0 },
    { lifetimeMinutes: 0, state: 'STOPPED' },
    ['stopped: expired'],
  ],
])('%s', (_case, before, after, changes) => {
  expect(changesBetween(before, after)).toEqual(changes);
});

it('does not report what was requested from here', () => {
  expect(changesBetween({}, { state: 'STOPPING' }, 0, true)).toEqual([]);
});

it('a new tunnel is reported only if it is active', () => {
  const context = { now: 0, endingSoonMs: 0, requestedStops: new Set<string>() };
  expect(detectFleetChanges([], [tunnel({})], context)).toHaveLength(1);
  expect(detectFleetChanges([], [tunnel({ state: 'STOPPED' })], context)).toEqual([]);
  expect(detectFleetChanges(null, [tunnel({})], context)).toEqual([]);
});

it.each([
  [344, []],
  [345, ['ending: expires soon']],
  [359, ['ending: expires soon']],
  [360, []],
])('after %i of 360 minutes', (minutes, changes) => {
  expect(changesBetween(null, {}, minutes * MINUTE_MS)).toEqual(changes);
  expect(changesBetween(null, { state: 'STOPPED' }, minutes * MINUTE_MS)).toEqual([]);
});
