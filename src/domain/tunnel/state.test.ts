import { describe, expect, test } from 'vitest';
import { parseTunnelEventCode } from './event.ts';
import {
  isTerminal,
  isTransitional,
  parseTunnelState,
  TUNNEL_STATES,
  tunnelCan,
  tunnelStateLabel,
} from './state.ts';
import { endsAtMs, type Tunnel, timeLeftMs, tunnelName } from './tunnel.ts';

const TUNNEL: Tunnel = {
  id: 'a1b2c3d4-0000-4000-8000-00000000009f',
  label: null,
  state: 'ACTIVE',
  stateText: 'ACTIVE',
  status: 'Tunnel is active',
  createdAtMs: 1_000_000,
  lifetimeMinutes: 360,
  restartable: false,
  listenerContact: null,
  initiatorContact: null,
  initiatorAccessPointId: null,
  listenerAccessPointId: null,
  ownerId: null,
  submissionId: null,
};

describe('the rules of each state', () => {
  // state, label, stop, delete, rename, setListener, transitional, transitional with a listener address, terminal
  test.each([
    ['UNINITIALIZED', 'Setting up', true, false, true, false, true, true, false],
    ['AWAITING_LISTENER', 'Waiting for listener', true, false, true, true, false, true, false],
    ['ACTIVE', 'Active', true, false, true, true, false, false, false],
    ['STOPPING', 'Stopping', false, false, true, false, true, true, false],
    ['STOPPED', 'Stopped', false, true, true, false, false, false, true],
    ['PAUSED', 'PAUSED', true, true, true, true, false, false, false],
    ['toString', 'toString', true, true, true, true, false, false, false],
    ['', 'Unknown', true, true, true, true, false, false, false],
  ])(
    '%s',
    (stateText, label, stop, remove, rename, setListener, transitional, transitionalWithAddress, terminal) => {
      const tunnel = { ...TUNNEL, state: parseTunnelState(stateText), stateText };
      expect(tunnelStateLabel(tunnel)).toBe(label);
      expect(tunnelCan.stop(tunnel)).toBe(stop);
      expect(tunnelCan.delete(tunnel)).toBe(remove);
      expect(tunnelCan.rename(tunnel)).toBe(rename);
      expect(tunnelCan.setListener(tunnel)).toBe(setListener);
      expect(isTransitional(tunnel)).toBe(transitional);
      expect(isTransitional({ ...tunnel, listenerContact: { host: '::1', port: 1 } })).toBe(
        transitionalWithAddress,
      );
      expect(isTerminal(tunnel)).toBe(terminal);
    },
  );

  test('every state is listed once', () => {
    expect(new Set(TUNNEL_STATES).size).toBe(TUNNEL_STATES.length);
    expect(TUNNEL_STATES.map(parseTunnelState)).toEqual(TUNNEL_STATES);
  });
});

test.each([
  ['STARTED', 'STARTED'],
  ['TUNNEL_STOPPED', 'TUNNEL_STOPPED'],
  ['SITE_ON_FIRE', 'unknown'],
  ['constructor', 'unknown'],
])('the event code %s is %s', (text, code) => {
  expect(parseTunnelEventCode(text)).toBe(code);
});

test.each([
  [null, 'Tunnel a1b2c3…009f'],
  ['  ', 'Tunnel a1b2c3…009f'],
  [' Beamline 7 ', 'Beamline 7'],
])('a tunnel with the label %j is called %j', (label, name) => {
  expect(tunnelName({ ...TUNNEL, label })).toBe(name);
});

describe('lifetime', () => {
  const endMs = 1_000_000 + 360 * 60_000;

  test('ends the lifetime after the creation', () => {
    expect(endsAtMs(TUNNEL)).toBe(endMs);
    expect(timeLeftMs(TUNNEL, endMs - 5000)).toBe(5000);
    expect(timeLeftMs(TUNNEL, endMs + 5000)).toBe(0);
  });

  test.each([{ createdAtMs: null }, { lifetimeMinutes: null }, { lifetimeMinutes: 1e300 }])(
    'is unknown with %j',
    (unknown) => {
      expect(endsAtMs({ ...TUNNEL, ...unknown })).toBeNull();
      expect(timeLeftMs({ ...TUNNEL, ...unknown }, 0)).toBeNull();
    },
  );

  test('a stopped tunnel has no time left', () => {
    expect(timeLeftMs({ ...TUNNEL, state: 'STOPPED' }, 0)).toBeNull();
  });
});
