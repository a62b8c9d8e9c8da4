import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ApiError } from '../../../api/http/errors.ts';
import { BulkBackoff } from './bulkBackoff.ts';

const slowDown = (retryAfterMs: number) =>
  new ApiError({ kind: 'rate-limited', status: 429, detail: '', method: 'PATCH', path: '/', retryAfterMs });

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

it('requests refused at once wait for the longest of their pauses, which is reported when it changes', async () => {
  const onPause = vi.fn();
  const backoff = new BulkBackoff(onPause, new AbortController().signal);
  expect(backoff.waitAfter(new Error('no'))).toBeNull();
  const onEnd = vi.fn();
  for (const ms of [5000, 3000, 9000]) void backoff.waitAfter(slowDown(ms))?.then(onEnd);
  expect(backoff.untilMs).toBe(9000);
  expect(onPause).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(8999);
  expect(onEnd).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(1);
  expect(onEnd).toHaveBeenCalledTimes(3);
});

it('without Retry-After each pause is longer than the one before, until a request succeeds', async () => {
  const backoff = new BulkBackoff(() => undefined, new AbortController().signal);
  const lengthOfNext = async () => {
    await vi.advanceTimersByTimeAsync(20_000);
    void backoff.waitAfter(slowDown(0));
    void backoff.waitAfter(slowDown(0));
    return backoff.untilMs - Date.now();
  };
  expect(await lengthOfNext()).toBeLessThanOrEqual(1000);
  for (let pause = 0; pause < 2; pause += 1) await lengthOfNext();
  expect(await lengthOfNext()).toBeGreaterThanOrEqual(4000);
  backoff.reset();
  expect(await lengthOfNext()).toBeLessThanOrEqual(1000);
});

it('a canceled run ends its pause at once', async () => {
  const abort = new AbortController();
  const waiting = new BulkBackoff(() => undefined, abort.signal).waitAfter(slowDown(3_600_000));
  abort.abort();
  await waiting;
  expect(vi.getTimerCount()).toBe(0);
});
