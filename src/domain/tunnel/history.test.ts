import { describe, expect, test } from 'vitest';
import { ACTIVE_EVENTS, events, NOW, tunnel } from '../diagnosis/diagnosisForTests.ts';
import { buildTunnelHistory, errorHint, newestFirst, stateSinceMs } from './history.ts';
import { pathSegments } from './path.ts';

const minutesAgo = (minutes: number) => NOW - minutes * 60_000;

test('newestFirst sorts by time, then by ID; events without a time come last', () => {
  const reported = events(['B', 5], ['A', 5], ['C', 1], ['D', null]);
  expect(newestFirst([...reported, ...reported]).map(({ codeText }) => codeText)).toEqual([
    'C',
    'A',
    'B',
    'D',
  ]);
});

describe('an error is unresolved until the tunnel becomes active again', () => {
  test.each([
    ['none', events(...ACTIVE_EVENTS), undefined],
    ['after success', events(...ACTIVE_EVENTS, ['LOST!', 2]), 'LOST'],
    ['before success', events(['LOST!', 99], ...ACTIVE_EVENTS), undefined],
    ['at the end', events(...ACTIVE_EVENTS, ['LOST!', 2], ['TUNNEL_STOPPED', 1]), 'LOST'],
  ])('%s', (_case, reported, code) => {
    expect(buildTunnelHistory(reported).unresolvedError?.codeText).toBe(code);
  });
});

test.each([
  ['UNINITIALIZED', 60],
  ['AWAITING_LISTENER', null],
  ['ACTIVE', 59],
  ['STOPPING', null],
  ['STOPPED', 1],
  ['REBALANCING', null],
])('stateSinceMs for %s', (state, minutes) => {
  const history = buildTunnelHistory(events(...ACTIVE_EVENTS, ['TUNNEL_STOPPED', 1]));
  expect(stateSinceMs(tunnel(state, 60), history)).toBe(minutes === null ? null : minutesAgo(minutes));
});

test.each([
  ['LISTENER_CONNECT_FAILED', 'listener'],
  ['INITIATOR_BIND_FAILED', 'initiator'],
  ['LISTENER_NOT_ALLOWED', 'refused'],
  ['GatewayPolicyDenied', 'refused'],
  ['CONTROL_CHANNEL_LOST', null],
  ['', null],
])('errorHint of the code %j is %s', (code, hint) => {
  const [event] = events([`${code}!`, 1]);
  expect(event && errorHint(event)).toBe(hint);
});

describe('pathSegments', () => {
  const contact = { listenerContact: { host: '10.0.0.7', port: 5000 } };
  test.each([
    ['being set up', tunnel('UNINITIALIZED', 1), [], 'unknown waiting waiting unknown'],
    ['no listener address yet', tunnel('AWAITING_LISTENER', 1), [], 'unknown unknown unknown waiting'],
    ['connecting', tunnel('AWAITING_LISTENER', 1, contact), [], 'unknown unknown unknown waiting'],
    ['active', tunnel('ACTIVE', 1), ACTIVE_EVENTS, 'unknown connected connected unknown'],
    [
      'an error that names no side',
      tunnel('ACTIVE', 1),
      [...ACTIVE_EVENTS, ['LOST!', 1]],
      'unknown connected connected unknown',
    ],
    [
      'the listener fails',
      tunnel('ACTIVE', 1),
      [...ACTIVE_EVENTS, ['LISTENER_X!', 1]],
      'unknown connected connected failed',
    ],
    ['the initiator fails', tunnel('STOPPED', 1), [['INITIATOR_X!', 1]], 'failed closed closed closed'],
    ['ended', tunnel('STOPPED', 1), ACTIVE_EVENTS, 'closed closed closed closed'],
    ['unknown', tunnel('REBALANCING', 1), ACTIVE_EVENTS, 'unknown unknown unknown unknown'],
  ] satisfies [string, ReturnType<typeof tunnel>, [string, number][], string][])(
    '%s',
    (_case, subject, reported, states) => {
      const segments = pathSegments(subject, buildTunnelHistory(events(...reported)));
      expect(segments.map(({ state }) => state).join(' ')).toBe(states);
      expect(segments.every(({ reason }) => reason.endsWith('.'))).toBe(true);
    },
  );
});
