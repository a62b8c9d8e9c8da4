import { describe, expect, it } from 'vitest';
import { DEFAULT_SCOPES, scopesToRequest, splitScopes } from './scopes.ts';

const ALL = 'urn:globus:auth:scope:transfer.api.globus.org:all';

describe('splitScopes', () => {
  it.each([
    ['', []],
    ['a  b', ['a', 'b']],
    ['A[*B C] D', ['A[*B C]', 'D']],
    ['A[B[C D] *E] F', ['A[B[C D] *E]', 'F']],
  ])('%j', (text, scopes) => {
    expect(splitScopes(text)).toEqual(scopes);
  });
});

describe('scopesToRequest', () => {
  it('asks for the usual ones when nothing more is required', () => {
    expect(scopesToRequest([])).toBe(DEFAULT_SCOPES.join(' '));
  });

  it('puts a nested scope in the place of its plain form', () => {
    const scopes = splitScopes(scopesToRequest([`${ALL}[*urn:x:data_access]`]));
    expect(scopes).toContain(`${ALL}[*urn:x:data_access]`);
    expect(scopes).not.toContain(ALL);
    expect(scopes).toContain('openid');
  });

  it('puts what two demands nest in the same scope side by side', () => {
    const scopes = splitScopes(
      scopesToRequest([`${ALL}[*urn:x:a]`, `${ALL}[*urn:x:b[urn:c] *urn:x:a] urn:d`]),
    );
    expect(scopes).toContain(`${ALL}[*urn:x:a *urn:x:b[urn:c]]`);
    expect(scopes.filter((scope) => scope.startsWith(ALL))).toHaveLength(1);
    expect(scopes).toContain('urn:d');
  });

  it.each([['A['], [']A'], ['A[B'], ['']])('survives brackets that do not fit: %j', (scope) => {
    expect(splitScopes(scopesToRequest([scope])).slice(0, 3)).toEqual(['openid', 'profile', 'email']);
  });

  it('adds what is new, once', () => {
    expect(splitScopes(scopesToRequest(['openid urn:new']))).toEqual([...DEFAULT_SCOPES, 'urn:new']);
  });
});
