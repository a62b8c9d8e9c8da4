import { beforeEach, expect, test, vi } from 'vitest';
import { clearRequestLog, requestLog, startLogEntry, subscribeToRequestLog } from './requestLog.ts';

const call = (path: string) =>
  startLogEntry({ service: 'transfer', method: 'GET', path })({
    status: 200,
    failure: null,
    requestId: null,
  });

beforeEach(clearRequestLog);

test('keeps the newest 200, newest first', () => {
  for (let at = 0; at < 250; at += 1) call(`/${at}`);
  expect(requestLog()).toHaveLength(200);
  expect(requestLog()[0]?.path).toBe('/249');
});

test('notifies subscribers, and keeps its identity while nothing is logged', () => {
  const watcher = vi.fn();
  const stop = subscribeToRequestLog(watcher);
  call('/a');
  expect(watcher).toHaveBeenCalledTimes(1);
  expect(requestLog()).toBe(requestLog());
  stop();
  call('/b');
  expect(watcher).toHaveBeenCalledTimes(1);
});
