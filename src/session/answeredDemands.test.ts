// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import type { AuthorizationParameters } from '../domain/authorizationParameters.ts';
import { noteAnswered, wasAnswered } from './answeredDemands.ts';

const asked: AuthorizationParameters = {
  message: 'Please.',
  requiredIdentities: [],
  requiredPolicies: ['p', 'q'],
  requiredSingleDomain: ['hpc.example'],
  requiredMfa: null,
  requiredScopes: [],
  prompt: 'login',
};

beforeEach(() => sessionStorage.clear());

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
  noteAnswered(asked, 1e12);
  expect(wasAnswered({ ...asked, ...change }, 1e12 + afterMs)).toBe(was);
});

it('remembers the one before the last too', () => {
  noteAnswered(asked, 1e12);
  noteAnswered({ ...asked, requiredMfa: true }, 1e12);
  expect(wasAnswered(asked, 1e12)).toBe(true);
});

it('does not trip over nonsense in the storage', () => {
  sessionStorage.setItem('globus-streams.answered', '[7]');
  expect(wasAnswered(asked, 0)).toBe(false);
});
