// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { authStorage } from '../browser/storage.ts';
import { consumePutAway, recordPutAway, recordSignInStarted } from './putAway.ts';

const MINUTE_MS = 60_000;
const now = Date.now();

beforeEach(() => sessionStorage.clear());

it.each([
  ['not left', null, null, false],
  ['reloaded', now - 1000, null, false],
  ['left for four minutes', now - 4 * MINUTE_MS, null, false],
  ['left for six minutes', now - 6 * MINUTE_MS, null, true],
  ['left while the clock was an hour ahead', now + 60 * MINUTE_MS, null, true],
  ['at Globus for half an hour', now - 30 * MINUTE_MS, now - 30 * MINUTE_MS, false],
  ['closed at Globus two hours ago', now - 120 * MINUTE_MS, now - 120 * MINUTE_MS, true],
  ['left at a time that can’t be read', 'x', null, false],
])('a tab that was %s', (_name, leftMs, signInMs, expected) => {
  if (typeof leftMs === 'number') recordPutAway(leftMs);
  else if (leftMs) authStorage.write('put-away', leftMs);
  if (typeof signInMs === 'number') recordSignInStarted(signInMs);
  expect(consumePutAway(now)).toBe(expected);
  expect({ ...sessionStorage }).toEqual({});
});
