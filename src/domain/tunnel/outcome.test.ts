import { describe, expect, test } from 'vitest';
import type { TunnelEvent } from './event.ts';
import { parseTunnelEventCode } from './event.ts';
import { buildTunnelHistory } from './history.ts';
import { needsAttention, OUTCOMES, outcomeLabel, tunnelOutcome } from './outcome.ts';
import type { Tunnel } from './tunnel.ts';
import { tunnelForTests } from './tunnelForTests.ts';

const MINUTE = 60_000;
const CONTACT = { host: '192.0.2.7', port: 5000 };

let eventCount = 0;
const event = (codeText: string, minute: number | null, description = ''): TunnelEvent => {
  eventCount += 1;
  return {
    id: String(eventCount),
    code: parseTunnelEventCode(codeText),
    codeText,
    isError: codeText.includes('ERROR'),
    description,
    details: '',
    timeMs: minute === null ? null : minute * MINUTE,
  };
};

/** The outcome of a tunnel that was created at minute 0 and lives for six hours. */
const outcomeAt = (minute: number, change: Partial<Tunnel>, events: TunnelEvent[] | null = null) =>
  tunnelOutcome(tunnelForTests(change), events && buildTunnelHistory(events), minute * MINUTE);

const STOPPED = { state: 'STOPPED' } as const;
const WAITING = { state: 'AWAITING_LISTENER' } as const;
const FATAL = [
  event('TUNNEL_ACTIVE', 1),
  event('SITE_ERROR', 50, 'No route to host'),
  event('TUNNEL_STOPPED', 51),
];

describe('the outcome of a tunnel', () => {
  test.each([
    ['being set up', 1, { state: 'UNINITIALIZED' }, null, 'setting-up', 'quiet', null],
    ['being set up for long', 5, { state: 'UNINITIALIZED' }, null, 'setting-up', 'warning', 'for 5 min'],
    [
      'an error during setup',
      1,
      { state: 'UNINITIALIZED' },
      [event('E_ERROR', 1, 'No')],
      'setting-up',
      'critical',
      'No',
    ],
    ['waiting', 9, WAITING, null, 'waiting', 'quiet', 'for 9 min'],
    ['waiting for long', 32, WAITING, null, 'waiting', 'warning', 'for 32 min'],
    [
      'waiting, created at an unknown time',
      32,
      { ...WAITING, createdAtMs: null },
      null,
      'waiting',
      'quiet',
      null,
    ],
    ['connecting', 32, { ...WAITING, listenerContact: CONTACT }, null, 'connecting', 'quiet', null],
    ['active', 32, {}, null, 'active', 'quiet', null],
    [
      'active with an error',
      32,
      {},
      [event('X_ERROR', 30, 'Reset')],
      'active-with-error',
      'warning',
      'Reset',
    ],
    [
      'active again after an error',
      32,
      {},
      [event('X_ERROR', 30, 'Reset'), event('TUNNEL_ACTIVE', 31)],
      'active',
      'quiet',
      null,
    ],
    ['expiring', 350, {}, null, 'expiring', 'warning', 'in 10 min'],
    ['half of a short life left', 4, { lifetimeMinutes: 10 }, null, 'active', 'quiet', null],
    ['just expired', 361, {}, null, 'expiring', 'warning', 'just expired'],
    ['expired but open', 370, {}, null, 'overdue', 'warning', 'expired 10 min ago but still open'],
    ['stopping', 32, { state: 'STOPPING' }, null, 'stopping', 'quiet', null],
    ['an unknown state', 32, { stateText: 'PAUSED', state: 'unknown' }, null, 'unknown', 'quiet', null],
    ['failed', 52, STOPPED, FATAL, 'failed', 'critical', 'No route to host'],
    ['failed, but the events are not loaded', 52, STOPPED, null, 'stopped-early', 'quiet', null],
    [
      'stopped early, by its event',
      100,
      STOPPED,
      [event('TUNNEL_STOPPED', 60)],
      'stopped-early',
      'quiet',
      '5 h early',
    ],
    ['expired, by its event', 999, STOPPED, [event('TUNNEL_STOPPED', 360)], 'expired', 'quiet', null],
    ['stopped long after its end', 999, STOPPED, [event('TUNNEL_STOPPED', 900)], 'ended', 'quiet', null],
    ['stopped, lifetime over, no events', 999, STOPPED, null, 'ended', 'quiet', null],
    ['stopped, no lifetime', 999, { ...STOPPED, lifetimeMinutes: null }, null, 'ended', 'quiet', null],
  ] as const)('%s', (_, minute, change, events, kind, severity, reason) => {
    expect(outcomeAt(minute, change, events && [...events])).toMatchObject({ kind, severity, reason });
  });

  test.each([
    ['not loaded', null, /aren’t loaded here/],
    ['loaded, without a stop', [event('TUNNEL_ACTIVE', 1)], /loaded events don’t say when/],
  ])('the evidence names the events: %s', (_, events, text) => {
    expect(outcomeAt(100, STOPPED, events).evidence).toMatch(text);
    expect(outcomeAt(999, STOPPED, events).evidence).toMatch(text);
  });

  test('an error long before the stop is not the reason for it', () => {
    const events = [event('X_ERROR', 10, 'Reset'), event('TUNNEL_STOPPED', 60)];
    expect(outcomeAt(100, STOPPED, events).kind).toBe('stopped-early');
  });

  test('a status never decides', () => {
    expect(outcomeAt(100, { ...STOPPED, status: 'The tunnel failed.' })).toEqual(outcomeAt(100, STOPPED));
  });

  test('a description of a site is one short line', () => {
    const long = event('X_ERROR', 50, `a\n${'b'.repeat(500)}`);
    const { reason } = outcomeAt(52, STOPPED, [long]);
    expect(reason?.length).toBeLessThanOrEqual(120);
    expect(reason).not.toContain('\n');
  });

  test('failed and waiting long need attention; ended and active do not', () => {
    expect(needsAttention(outcomeAt(52, STOPPED, FATAL))).toBe(true);
    expect(needsAttention(outcomeAt(32, WAITING))).toBe(true);
    expect(needsAttention(outcomeAt(999, STOPPED))).toBe(false);
    expect(needsAttention(outcomeAt(32, {}))).toBe(false);
  });

  test('each has a name of its own', () => {
    expect(new Set(OUTCOMES.map(outcomeLabel)).size).toBe(OUTCOMES.length);
  });
});
