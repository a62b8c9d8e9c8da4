import { expect, test } from 'vitest';
import { ApiError, type ApiErrorKind } from './errors.ts';
import { retryDelayMs, shouldRetryQuery, throttlePauseMs } from './retry.ts';

const failure = (kind: ApiErrorKind, retryAfterMs: number | null = null, status = 500) =>
  new ApiError({ kind, detail: '', method: 'GET', path: '/', retryAfterMs, status });

test.each<[ApiErrorKind, boolean]>([
  ['rate-limited', true],
  ['unavailable', true],
  ['network', true],
  ['timeout', true],
  ['site-failure', false],
  ['unauthorized', false],
  ['step-up', false],
  ['forbidden', false],
  ['not-found', false],
  ['conflict', false],
  ['validation', false],
  ['malformed', false],
  ['other', false],
])('a query that failed with %s is retried: %s', (kind, isRetried) => {
  expect([0, 1, 2, 3].map((count) => shouldRetryQuery(count, failure(kind)))).toEqual([
    isRetried,
    isRetried,
    isRetried,
    false,
  ]);
});

test('other errors aren’t retried, nor are failures with a long Retry-After', () => {
  expect(shouldRetryQuery(0, new Error('x'))).toBe(false);
  expect(shouldRetryQuery(0, failure('rate-limited', 30_000))).toBe(true);
  expect(shouldRetryQuery(0, failure('rate-limited', 31_000))).toBe(false);
});

test.each([
  [0, null, 0, 500],
  [0, null, 1, 1000],
  [1, null, 1, 2000],
  [2, null, 0.5, 3000],
  [3, null, 1, 8000],
  [9, null, 1, 10_000],
  [99, null, 0, 5000],
  [0, 7000, 1, 7000],
  [3, 2000, 1, 8000],
])('attempt %d, Retry-After %j, random %d: %d ms', (attempt, retryAfterMs, random, delayMs) => {
  expect(retryDelayMs(attempt, failure('unavailable', retryAfterMs), random)).toBe(delayMs);
});

test.each<[Error, number, number | null]>([
  [failure('rate-limited', 7000), 0, 7000],
  [failure('rate-limited'), 0, 1000],
  [failure('rate-limited'), 3, 8000],
  [failure('unavailable', 7000), 0, 7000],
  [failure('unavailable'), 0, null],
  [failure('unavailable', null, 503), 0, 1000],
  [failure('unavailable', null, 503), 9, 10_000],
  [failure('unavailable', null, 503), 14, null],
  [failure('rate-limited', null, 429), 14, null],
  [failure('rate-limited', 7000, 429), 99, 10_000],
  [failure('unavailable', 7000, 503), 99, 10_000],
  [failure('site-failure', null, 503), 0, null],
  [failure('site-failure', 7000), 0, null],
  [failure('step-up'), 0, null],
  [new Error('x'), 0, null],
])('%s after %d pauses: pauses all calls for %j ms', (error, pausesBefore, ms) => {
  expect(throttlePauseMs(error, pausesBefore, 1)).toBe(ms);
});

test('the jitter is random, also for other errors', () => {
  const delays = new Set(Array.from({ length: 20 }, () => retryDelayMs(1, new Error('x'))));
  expect(delays.size).toBeGreaterThan(1);
  for (const delayMs of delays) expect(delayMs).toBeLessThanOrEqual(2000);
});
