import { describe, expect, it } from 'vitest';
import {
  type AuthorizationParameters,
  NO_REQUIREMENTS,
} from '../../domain/sign-in/authorizationParameters.ts';
import { stepUpParameters } from './stepUpParameters.ts';

const SCOPE = 'urn:globus:auth:scope:e-1:manage_collections';

describe('stepUpParameters', () => {
  it.each<[Partial<AuthorizationParameters>, Record<string, string>]>([
    [{ requiredIdentities: ['i-1', 'i-2'] }, { session_required_identities: 'i-1,i-2', prompt: 'login' }],
    [{ requiredPolicies: ['p-1'] }, { session_required_policies: 'p-1', prompt: 'login' }],
    [
      { requiredSingleDomain: ['a.example', 'b.example'] },
      { session_required_single_domain: 'a.example,b.example', prompt: 'login' },
    ],
    [{ requiredMfa: true }, { session_required_mfa: 'true', prompt: 'login' }],
    [{ prompt: 'login' }, { prompt: 'login' }],
    [{ message: 'Who are you?' }, { session_message: 'Who are you?', prompt: 'login' }],
    [
      { requiredMfa: true, requiredScopes: [SCOPE] },
      { session_required_mfa: 'true', prompt: 'login' },
    ],
    [{ requiredScopes: [SCOPE] }, {}],
    [{ requiredScopes: [SCOPE], message: 'Allow it.' }, { session_message: 'Allow it.' }],
  ])('%j is requested as %j', (required, parameters) => {
    expect(stepUpParameters({ ...NO_REQUIREMENTS, ...required })).toEqual(parameters);
  });

  it('leaves out what would make the address too long, but keeps every policy and whole items', () => {
    const ids = (first: string) => Array.from({ length: 50 }, (_, n) => `${first}${n}`.padEnd(36, '0'));
    const required = {
      requiredPolicies: ids('p').slice(0, 3),
      requiredSingleDomain: ['x'.repeat(2000), 'x.example'],
      requiredIdentities: ids('i'),
    };
    const parameters = stepUpParameters({ ...NO_REQUIREMENTS, ...required });
    expect(parameters.session_required_policies).toBe(required.requiredPolicies.join(','));
    const identities = parameters.session_required_identities?.split(',') ?? [];
    expect(identities).toEqual(required.requiredIdentities.slice(0, identities.length));
    expect(new URLSearchParams(parameters).toString().length).toBeLessThan(2700);

    const own = stepUpParameters({ ...NO_REQUIREMENTS, requiredIdentities: ids('i') });
    expect(own.session_required_identities).toBe(ids('i').join(','));
  });

  it('leaves out an item longer than the limit', () => {
    const required = { ...NO_REQUIREMENTS, requiredSingleDomain: ['é'.repeat(2000), 'x.example'] };
    expect(stepUpParameters(required).session_required_single_domain).toBe('x.example');
  });

  it('cuts a long message between letters, so that the address stays short', () => {
    const message = 'م\u064e'.repeat(800);
    const { session_message: cut = '', ...others } = stepUpParameters({
      ...NO_REQUIREMENTS,
      requiredPolicies: ['p-1'],
      message,
    });
    expect(others).toEqual({ session_required_policies: 'p-1', prompt: 'login' });
    expect(cut).toMatch(/^(م\u064e){124}…$/u);
    expect(new URLSearchParams({ m: cut }).toString().length).toBeLessThanOrEqual(1502);
  });
});
