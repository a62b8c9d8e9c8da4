// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import type { AuthorizationParameters } from '../../domain/sign-in/authorizationParameters.ts';
import {
  recordCallSucceeded,
  recordStepUpCompleted,
  recordStepUpRequired,
  wasStepUpCompleted,
} from './stepUpHistory.ts';

const required: AuthorizationParameters = {
  message: 'Please.',
  requiredIdentities: [],
  requiredPolicies: ['p', 'q'],
  requiredSingleDomain: ['hpc.example'],
  requiredMfa: false,
  requiredScopes: [],
  prompt: 'login',
};

const CREATION = 'POST https://transfer.example/v2/tunnels';
const READ = 'GET https://transfer.example/v2/tunnels/t';

beforeEach(() => {
  sessionStorage.clear();
  recordStepUpRequired(required, CREATION);
});

it.each<[string, Partial<AuthorizationParameters>, number, boolean]>([
  ['the same requirements', {}, 0, true],
  [
    'with another message and in another order',
    { message: null, prompt: null, requiredPolicies: ['q', 'p'] },
    60_000,
    true,
  ],
  ['eleven minutes later', {}, 11 * 60_000, false],
  ['after the clock was set back', {}, -11 * 60_000, false],
  ['another domain', { requiredSingleDomain: ['lab.example'] }, 0, false],
  ['one more requirement', { requiredMfa: true }, 0, false],
])('%s', (_name, change, afterMs, expected) => {
  recordStepUpCompleted(required, 1e12);
  expect(wasStepUpCompleted({ ...required, ...change }, 1e12 + afterMs)).toBe(expected);
});

it('keeps earlier requirements', () => {
  recordStepUpCompleted(required, 1e12);
  recordStepUpRequired({ ...required, requiredMfa: true }, CREATION);
  recordStepUpCompleted({ ...required, requiredMfa: true }, 1e12);
  expect(wasStepUpCompleted(required, 1e12)).toBe(true);
});

it('a requirement without a sign-in since is not completed', () => {
  expect(wasStepUpCompleted(required, 1e12)).toBe(false);
});

it.each([
  ['is removed when the call that requires it succeeds', CREATION, false],
  ['stays when another call succeeds', READ, true],
])('a completed step-up %s', (_what, call, expected) => {
  recordStepUpCompleted(required, 1e12);
  // Rejected again right after the sign-in, which doesn't make it a new requirement.
  recordStepUpRequired(required, CREATION);
  recordCallSucceeded(call);
  expect(wasStepUpCompleted(required, 1e12)).toBe(expected);
  // Rejected a while later: the same sign-in helps only if the requirement was met in between.
  recordStepUpRequired(required, CREATION);
  expect(wasStepUpCompleted(required, 1e12 + 6 * 60_000)).toBe(expected);
});

it('is limited in size', () => {
  for (let count = 0; count < 500; count += 1)
    recordStepUpRequired(required, `GET https://transfer.example/${count}`);
  expect(sessionStorage.getItem('globus-streams / client auth.step-up-history')?.length).toBeLessThan(20_000);
});

it('ignores invalid storage', () => {
  sessionStorage.setItem('globus-streams / client auth.step-up-history', '[7]');
  expect(wasStepUpCompleted(required, 0)).toBe(false);
});
