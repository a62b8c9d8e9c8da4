import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ApiError } from '../../../api/http/errors.ts';
import { BulkBackoff } from './bulkBackoff.ts';

const slowDown = (retryAfterMs: number) =>
  new ApiError({ kind: 'rate-limited', status: 429, detail: '', method: 'PATCH', path: '/', retryAfterMs });

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

it('waits as long as the longest of those refused at once were asked to, and says so once a change', async () => {
  const onPause = vi.fn();
  const pauses = new BulkBackoff(onPause, new AbortController().signal);
  expect(pauses.waitAfter(new Error('no'))).toBeNull();
  const over = vi.fn();
  for (const ms of [5000, 3000, 9000]) void pauses.waitAfter(slowDown(ms))?.then(over);
  expect(pauses.untilMs).toBe(9000);
  expect(onPause).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(8999);
  expect(over).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(1);
  expect(over).toHaveBeenCalledTimes(3);
});

it('without Retry-After each pause is longer than the one before, until a call is answered', async () => {
  const pauses = new BulkBackoff(() => undefined, new AbortController().signal);
  const lengthOfNext = async () => {
    await vi.advanceTimersByTimeAsync(20_000);
    void pauses.waitAfter(slowDown(0));
    void pauses.waitAfter(slowDown(0));
    return pauses.untilMs - Date.now();
  };
  expect(await lengthOfNext()).toBeLessThanOrEqual(1000);
  for (let pause = 0; pause < 2; pause += 1) await lengthOfNext();
  expect(await lengthOfNext()).toBeGreaterThanOrEqual(4000);
  pauses.reset();
  expect(await lengthOfNext()).toBeLessThanOrEqual(1000);
});

it('called off, the wait is over at once', async () => {
  const off = new AbortController();
  const waiting = new BulkBackoff(() => undefined, off.signal).waitAfter(slowDown(3_600_000));
  off.abort();
  await waiting;
  expect(vi.getTimerCount()).toBe(0);
});
