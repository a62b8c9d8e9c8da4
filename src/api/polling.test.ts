import { beforeEach, describe, expect, test } from 'vitest';
import { SessionEndedError } from '../session/tokens/SessionEndedError.ts';
import { ApiError, type ApiErrorKind } from './http/errors.ts';
import { setSessionForTests } from './http/sessionForTests.ts';
import {
  directoryPollMs,
  eventsPollMs,
  fleetPollMs,
  isWithinRetryAfter,
  type PollState,
  retryUntilLoadedMs,
  tunnelPollMs,
  unconfirmedCreationPollMs,
} from './polling.ts';
import type { TunnelList } from './tunnels/list/list.ts';
import { toTunnel } from './tunnels/tunnelDocument.ts';
import type { TunnelDetail } from './tunnels/tunnels.ts';

beforeEach(() => setSessionForTests());

const NOW = 1_800_000_000_000;

const failure = (kind: ApiErrorKind, retryAfterMs: number | null = null) =>
  new ApiError({ kind, detail: '', method: 'GET', path: '/', retryAfterMs });

function good<T>(data: T | undefined, dataUpdatedAt = NOW): PollState<T> {
  return { data, dataUpdatedAt, error: null, errorUpdatedAt: 0, errorUpdateCount: 0 };
}

/** A query that failed `failingMs` after its last success. */
function failing<T>(data: T, error: Error, failingMs: number): PollState<T> {
  return { data, dataUpdatedAt: NOW, error, errorUpdatedAt: NOW + failingMs, errorUpdateCount: 7 };
}

/** A tunnel that has been in its state for `ageMs`. */
function detail(state: string, hasContact = false, ageMs = 0): TunnelDetail {
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
  const relationships = { listener: null, initiator: null, owner: null };
  return { tunnel: toTunnel({ id: 't', attributes, relationships }), stateSinceMs: NOW - ageMs };
}

const fleet = (transitionalSinceMs: Record<string, number>): TunnelList => ({
  tunnels: [],
  unreadable: 0,
  transitionalSinceMs,
});

describe('fleetPollMs', () => {
  test.each([
    ['not loaded yet', good<TunnelList>(undefined, 0), 15_000],
    ['no tunnel is transitional', good(fleet({})), 15_000],
    ['one is transitional', good(fleet({ a: NOW })), 3000],
    ['one has been transitional for almost ten minutes', good(fleet({ a: NOW - 599_999 })), 3000],
    ['one is stuck', good(fleet({ a: NOW - 600_000 })), 15_000],
    ['one is stuck, another is not', good(fleet({ a: NOW - 600_000, b: NOW - 1 })), 3000],
  ])('%s', (_what, state, ms) => {
    expect(fleetPollMs(state, NOW)).toBe(ms);
  });
});

describe('unconfirmedCreationPollMs', () => {
  test.each([
    ['for ten minutes', good(fleet({})), NOW - 599_999, 3000],
    ['later', good(fleet({})), NOW - 600_000, 15_000],
    ['when the list fails', failing(fleet({}), failure('unavailable'), 8000), NOW, 6000],
    ['when signing in is required', failing(fleet({}), failure('step-up'), 8000), NOW, false],
  ])('%s', (_when, state, sinceMs, ms) => {
    expect(unconfirmedCreationPollMs(state, sinceMs, NOW)).toBe(ms);
  });
});

describe('tunnelPollMs', () => {
  test.each([
    ['UNINITIALIZED', false, 2000],
    ['AWAITING_LISTENER', false, 5000],
    ['AWAITING_LISTENER', true, 2000],
    ['ACTIVE', true, 15_000],
    ['STOPPING', true, 2000],
    ['STOPPED', true, false],
    ['PAUSED', false, 15_000],
  ])('%s, with a listener contact: %s', (state, hasContact, ms) => {
    expect(tunnelPollMs(good(detail(state, hasContact)), NOW)).toBe(ms);
  });

  test.each([
    ['UNINITIALIZED', false, 2000],
    ['STOPPING', true, 2000],
    ['AWAITING_LISTENER', true, 2000],
    ['AWAITING_LISTENER', false, 5000],
  ])('%s, with a listener contact: %s, is polled quickly for ten minutes', (state, hasContact, ms) => {
    expect(tunnelPollMs(good(detail(state, hasContact, 599_999)), NOW)).toBe(ms);
    expect(tunnelPollMs(good(detail(state, hasContact, 600_000)), NOW)).toBe(15_000);
  });

  test('not loaded yet', () => {
    expect(tunnelPollMs(good<TunnelDetail>(undefined, 0), NOW)).toBe(15_000);
  });

  test.each<ApiErrorKind>(['not-found', 'forbidden', 'validation'])(
    'stops after %s if nothing was ever loaded, and continues otherwise',
    (kind) => {
      const never = { ...failing(undefined, failure(kind), 0), dataUpdatedAt: 0 };
      expect(tunnelPollMs(never, NOW)).toBe(false);
      expect(eventsPollMs(never, undefined, 1, NOW)).toBe(false);
      expect(retryUntilLoadedMs(never)).toBe(false);
      expect(tunnelPollMs(failing(detail('ACTIVE'), failure(kind), 8000), NOW)).toBe(6000);
      expect(eventsPollMs(failing({}, failure(kind), 8000), undefined, 1, NOW)).toBe(6000);
      expect(retryUntilLoadedMs(failing({}, failure(kind), 8000))).toBe(6000);
    },
  );
});

test('data that rarely changes is retried after a failure only', () => {
  expect(retryUntilLoadedMs(good({}))).toBe(false);
  expect(retryUntilLoadedMs(good(undefined, 0))).toBe(false);
  expect(retryUntilLoadedMs(failing(undefined, failure('network'), 8000))).toBe(6000);
  expect(retryUntilLoadedMs(failing(undefined, failure('unauthorized'), 8000))).toBe(false);
});

test('the names of all access points are loaded every hour, and sooner after a failure', () => {
  expect(directoryPollMs(good({}))).toBe(3_600_000);
  expect(directoryPollMs(failing(undefined, failure('network'), 8000))).toBe(6000);
});

describe('eventsPollMs', () => {
  test.each([
    ['without a tunnel', undefined, NOW, 15_000],
    ['transitional', good(detail('STOPPING')), NOW, 3000],
    ['transitional for almost ten minutes', good(detail('STOPPING', true, 599_999)), NOW, 3000],
    ['stuck', good(detail('STOPPING', true, 600_000)), NOW, 15_000],
    ['steady', good(detail('ACTIVE')), NOW, 15_000],
    ['just stopped, the last event may be missing', good(detail('STOPPED')), NOW + 4999, 3000],
    ['stopped, and loaded since', good(detail('STOPPED')), NOW + 5000, false],
  ])('%s', (_what, tunnelState, updatedAt, ms) => {
    expect(eventsPollMs(good({}, updatedAt), tunnelState, 1, NOW)).toBe(ms);
  });

  test('a load that takes many calls is less frequent', () => {
    expect(eventsPollMs(good({}), good(detail('ACTIVE')), 3, NOW)).toBe(45_000);
    expect(eventsPollMs(good({}), good(detail('STOPPING')), 3, NOW)).toBe(9000);
  });

  test('backs off like the others', () => {
    expect(eventsPollMs(failing({}, failure('network'), 20_000), undefined, 1, NOW)).toBe(15_000);
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
    ['an unexpected error', new TypeError('x'), 8000, 6000],
    ['a rejected token', failure('unauthorized'), 8000, false],
    ['a step-up', failure('step-up'), 8000, false],
    ['an ended session', new SessionEndedError(), 8000, false],
  ])('%s', (_what, error, failingMs, ms) => {
    expect(fleetPollMs(failing(fleet({ a: NOW }), error, failingMs), NOW)).toBe(ms);
    expect(tunnelPollMs(failing(detail('UNINITIALIZED'), error, failingMs), NOW)).toBe(ms);
  });

  test('a session that renews its own tokens is retried after a rejected one', () => {
    setSessionForTests({ canRenewSilently: () => true });
    expect(fleetPollMs(failing(fleet({}), failure('unauthorized'), 8000), NOW)).toBe(6000);
    expect(fleetPollMs(failing(fleet({}), failure('step-up'), 8000), NOW)).toBe(false);
  });

  test('isWithinRetryAfter lasts as long as Retry-After says', () => {
    const state = failing({}, failure('rate-limited', 120_000), 8000);
    expect(isWithinRetryAfter(state, NOW + 8000 + 119_999)).toBe(true);
    expect(isWithinRetryAfter(state, NOW + 8000 + 120_000)).toBe(false);
    expect(isWithinRetryAfter(failing({}, failure('network'), 8000), NOW + 8000)).toBe(false);
    expect(isWithinRetryAfter(good({}), NOW)).toBe(false);
  });

  test('before anything was loaded, the delay grows with the number of failures, to 60 s at most', () => {
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
