// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import type { AuthorizationParameters } from '../../domain/sign-in/authorizationParameters.ts';
import {
  recordCallSucceeded,
  recordStepUpCompleted,
  recordStepUpRequired,
  wasStepUpCompleted,
} from './stepUpHistory.ts';

const asked: AuthorizationParameters = {
  message: 'Please.',
  requiredIdentities: [],
  requiredPolicies: ['p', 'q'],
  requiredSingleDomain: ['hpc.example'],
  requiredMfa: null,
  requiredScopes: [],
  prompt: 'login',
};

const CREATION = 'POST https://transfer.example/v2/tunnels';
const READ = 'GET https://transfer.example/v2/tunnels/t';

beforeEach(() => {
  sessionStorage.clear();
  recordStepUpRequired(asked, CREATION);
});

it.each<[string, Partial<AuthorizationParameters>, number, boolean]>([
  ['the same', {}, 0, true],
  [
    'in other words and another order',
    { message: null, prompt: null, requiredPolicies: ['q', 'p'] },
    60_000,
    true,
  ],
  ['MFA not asked for, in so many words', { requiredMfa: false }, 0, true],
  ['a while later', {}, 11 * 60_000, false],
  ['after the clock was set back', {}, -11 * 60_000, false],
  ['another domain', { requiredSingleDomain: ['lab.example'] }, 0, false],
  ['one demand more', { requiredMfa: true }, 0, false],
])('%s', (_name, change, afterMs, was) => {
  recordStepUpCompleted(asked, 1e12);
  expect(wasStepUpCompleted({ ...asked, ...change }, 1e12 + afterMs)).toBe(was);
});

it('remembers the one before the last too', () => {
  recordStepUpCompleted(asked, 1e12);
  recordStepUpRequired({ ...asked, requiredMfa: true }, CREATION);
  recordStepUpCompleted({ ...asked, requiredMfa: true }, 1e12);
  expect(wasStepUpCompleted(asked, 1e12)).toBe(true);
});

it('that nobody signed in for yet is not answered', () => {
  expect(wasStepUpCompleted(asked, 1e12)).toBe(false);
});

it.each([
  ['is forgotten once the call that demanded it succeeds', CREATION, false],
  ['is remembered when another call succeeds', READ, true],
])('what was answered %s', (_what, call, was) => {
  recordStepUpCompleted(asked, 1e12);
  // Refused again right after the sign-in, which does not make it a new demand.
  recordStepUpRequired(asked, CREATION);
  recordCallSucceeded(call);
  expect(wasStepUpCompleted(asked, 1e12)).toBe(was);
  // Refused a while later: only what was met in between may be answered in the same way.
  recordStepUpRequired(asked, CREATION);
  expect(wasStepUpCompleted(asked, 1e12 + 6 * 60_000)).toBe(was);
});

it('does not remember without end', () => {
  for (let at = 0; at < 500; at += 1) recordStepUpRequired(asked, `GET https://transfer.example/${at}`);
  expect(sessionStorage.getItem('globus-streams / client auth.answered')?.length).toBeLessThan(20_000);
});

it('does not trip over nonsense in the storage', () => {
  sessionStorage.setItem('globus-streams / client auth.answered', '[7]');
  expect(wasStepUpCompleted(asked, 0)).toBe(false);
});
