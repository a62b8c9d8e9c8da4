// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { isSignedOut, lastSignOutMs, recordSignOut } from './signOutRecord.ts';

const KEY = 'globus-streams / client sign-out.mira';
const sessionOf = (id: string, startedAtMs: number) => ({ identity: { id }, startedAtMs });

beforeEach(() => localStorage.clear());

it('ends the sessions of this person that began before, and no others', () => {
  recordSignOut(sessionOf('mira', 1000), 5000);
  expect([4000, 5000, 5001].map((startedAtMs) => isSignedOut(sessionOf('mira', startedAtMs)))).toEqual([
    true,
    true,
    false,
  ]);
  expect(isSignedOut(sessionOf('noor', 4000))).toBe(false);
  expect({ ...localStorage }).toEqual({ [KEY]: '5000' });
});

it('ends a session that began while the clock was ahead', () => {
  const session = sessionOf('mira', 9000);
  recordSignOut(session, 5000);
  expect(isSignedOut(session)).toBe(true);
});

it.each([['"text"'], ['{'], ['1e400'], ['0.5'], ['[7]']])(
  'ignores what it can’t have written: %s',
  (text) => {
    localStorage.setItem(KEY, text);
    expect(lastSignOutMs('mira')).toBe(0);
  },
);
