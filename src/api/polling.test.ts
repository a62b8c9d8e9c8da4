import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Tunnel } from '../domain/tunnel/tunnel.ts';
import { SessionEndedError } from '../session/SessionEndedError.ts';
import { ApiError, type ApiErrorKind } from './http/errors.ts';
import {
  eventsPollMs,
  fleetPollMs,
  isWithinRetryAfter,
  type PollState,
  retryUntilLoadedMs,
  tunnelPollMs,
} from './polling.ts';
import type { TunnelList } from './tunnels/list/list.ts';
import { toTunnel } from './tunnels/tunnelDocument.ts';

let isRenewing = false;
vi.mock('../session/session.ts', () => ({ canRenewSilently: () => isRenewing }));
beforeEach(() => {
  isRenewing = false;
});

const NOW = 1_800_000_000_000;

const failure = (kind: ApiErrorKind, retryAfterMs: number | null = null) =>
  new ApiError({ kind, detail: '', method: 'GET', path: '/', retryAfterMs });

function good<T>(data: T | undefined, dataUpdatedAt = NOW): PollState<T> {
  return { data, dataUpdatedAt, error: null, errorUpdatedAt: 0, errorUpdateCount: 0 };
}

/** The query failed `failingMs` after its last success. */
function failing<T>(data: T, error: Error, failingMs: number): PollState<T> {
  return { data, dataUpdatedAt: NOW, error, errorUpdatedAt: NOW + failingMs, errorUpdateCount: 7 };
}

function tunnel(state: string, hasContact = false): Tunnel {
  const attributes = {
    submission_id: null,
    label: null,
    lifetime_mins: null,
    restartable: false,
    listener_ip_address: hasContact ? '::1' : null,
    listener_port: hasContact ? 80 : null,
    initiator_ip_address: null,
    initiator_port: null,
    created_time: null,
    state,
    status: '',
  };
  return toTunnel({ id: 't', attributes, relationships: { listener: null, initiator: null, owner: null } });
}

const fleet = (transitionalSinceMs: Record<string, number>): TunnelList => ({
  tunnels: [],
  unreadable: 0,
  transitionalSinceMs: transitionalSinceMs,
});

describe('pollFleet', () => {
  test.each([
    ['not loaded yet', good<TunnelList>(undefined, 0), 15_000],
    ['nothing settles', good(fleet({})), 15_000],
    ['one settles', good(fleet({ a: NOW })), 3000],
    ['one has settled for almost ten minutes', good(fleet({ a: NOW - 599_999 })), 3000],
    ['one is stuck', good(fleet({ a: NOW - 600_000 })), 15_000],
    ['one is stuck, another is not', good(fleet({ a: NOW - 600_000, b: NOW - 1 })), 3000],
  ])('%s', (_what, state, ms) => {
    expect(fleetPollMs(state, NOW)).toBe(ms);
  });
});

describe('pollTunnel', () => {
  test.each([
    ['UNINITIALIZED', false, 2000],
    ['AWAITING_LISTENER', false, 5000],
    ['AWAITING_LISTENER', true, 2000],
    ['ACTIVE', true, 15_000],
    ['STOPPING', true, 2000],
    ['STOPPED', true, false],
    ['PAUSED', false, 15_000],
  ])('%s, with a listener contact: %s', (state, hasContact, ms) => {
    expect(tunnelPollMs(good(tunnel(state, hasContact)))).toBe(ms);
  });

  test('not loaded yet', () => {
    expect(tunnelPollMs(good<Tunnel>(undefined, 0))).toBe(15_000);
  });

  test.each<ApiErrorKind>(['not-found', 'forbidden', 'validation'])(
    'stops at %s when there was never anything; what was known may come back',
    (kind) => {
      const never = { ...failing(undefined, failure(kind), 0), dataUpdatedAt: 0 };
      expect([tunnelPollMs(never), eventsPollMs(never, undefined, 1), retryUntilLoadedMs(never)]).toEqual(
        Array(3).fill(false),
      );
      expect(tunnelPollMs(failing(tunnel('ACTIVE'), failure(kind), 8000))).toBe(6000);
      expect(eventsPollMs(failing({}, failure(kind), 8000), undefined, 1)).toBe(6000);
      expect(retryUntilLoadedMs(failing({}, failure(kind), 8000))).toBe(6000);
    },
  );
});

test('what is read once is asked for again after a failure only', () => {
  expect(retryUntilLoadedMs(good({}))).toBe(false);
  expect(retryUntilLoadedMs(good(undefined, 0))).toBe(false);
  expect(retryUntilLoadedMs(failing(undefined, failure('network'), 8000))).toBe(6000);
  expect(retryUntilLoadedMs(failing(undefined, failure('unauthorized'), 8000))).toBe(false);
});

describe('pollEvents', () => {
  test.each([
    ['without a tunnel', undefined, NOW, 15_000],
    ['settling', good(tunnel('STOPPING')), NOW, 3000],
    ['steady', good(tunnel('ACTIVE')), NOW, 15_000],
    ['just over, the last event may be missing', good(tunnel('STOPPED')), NOW + 4999, 3000],
    ['over, and read since', good(tunnel('STOPPED')), NOW + 5000, false],
  ])('%s', (_what, about, updatedAt, ms) => {
    expect(eventsPollMs(good({}, updatedAt), about, 1)).toBe(ms);
  });

  test('what takes many calls is read less often', () => {
    expect(eventsPollMs(good({}), good(tunnel('ACTIVE')), 3)).toBe(45_000);
    expect(eventsPollMs(good({}), good(tunnel('STOPPING')), 3)).toBe(9000);
  });

  test('backs off as the others do', () => {
    expect(eventsPollMs(failing({}, failure('network'), 20_000), undefined, 1)).toBe(15_000);
  });
});

describe('after a failure', () => {
  test.each<[string, Error, number, number | false]>([
    ['at once', failure('network'), 0, 3750],
    ['for 8 s', failure('unavailable'), 8000, 6000],
    ['for 8.999 s, with more jitter', failure('unavailable'), 8999, 8997],
    ['for 40 s', failure('timeout'), 40_000, 30_000],
    ['for an hour', failure('malformed'), 3_600_000, 45_000],
    ['with a longer Retry-After', failure('rate-limited', 120_000), 8000, 120_000],
    ['with a shorter Retry-After', failure('rate-limited', 1000), 8000, 6000],
    ['an error that is nobody’s', new TypeError('x'), 8000, 6000],
    ['the person must sign in', failure('unauthorized'), 8000, false],
    ['the person must step up', failure('step-up'), 8000, false],
    ['the session is over', new SessionEndedError(), 8000, false],
  ])('%s', (_what, error, failingMs, ms) => {
    expect(fleetPollMs(failing(fleet({ a: NOW }), error, failingMs), NOW)).toBe(ms);
    expect(tunnelPollMs(failing(tunnel('UNINITIALIZED'), error, failingMs))).toBe(ms);
  });

  test('a session that renews itself asks again: its tokens may be taken by then', () => {
    isRenewing = true;
    expect(fleetPollMs(failing(fleet({}), failure('unauthorized'), 8000), NOW)).toBe(6000);
    expect(fleetPollMs(failing(fleet({}), failure('step-up'), 8000), NOW)).toBe(false);
  });

  test('asked to be left alone, nobody asks before its time', () => {
    const state = failing({}, failure('rate-limited', 120_000), 8000);
    expect(isWithinRetryAfter(state, NOW + 8000 + 119_999)).toBe(true);
    expect(isWithinRetryAfter(state, NOW + 8000 + 120_000)).toBe(false);
    expect(isWithinRetryAfter(failing({}, failure('network'), 8000), NOW + 8000)).toBe(false);
    expect(isWithinRetryAfter(good({}), NOW)).toBe(false);
  });

  test('before anything was loaded, by the number of failures, 60 s at most', () => {
    const waits = [1, 2, 3, 4, 5, 50].map((errorUpdateCount) =>
      fleetPollMs(
        {
          ...good<TunnelList>(undefined, 0),
          error: failure('network'),
          errorUpdatedAt: NOW,
          errorUpdateCount,
        },
        NOW,
      ),
    );
    expect(waits).toEqual([3750, 7500, 15_000, 30_000, 45_000, 45_000]);
  });
});
