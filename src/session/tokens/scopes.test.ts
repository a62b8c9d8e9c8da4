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
  it('requests the default scopes if nothing more is required', () => {
    expect(scopesToRequest([])).toBe(DEFAULT_SCOPES.join(' '));
  });

  it('replaces a plain scope by its nested form', () => {
    const scopes = splitScopes(scopesToRequest([`${ALL}[*urn:x:data_access]`]));
    expect(scopes).toContain(`${ALL}[*urn:x:data_access]`);
    expect(scopes).not.toContain(ALL);
    expect(scopes).toContain('openid');
  });

  it('merges the scopes that two requirements nest in the same scope', () => {
    const scopes = splitScopes(
      scopesToRequest([`${ALL}[*urn:x:a]`, `${ALL}[*urn:x:b[urn:c] *urn:x:a] urn:d`]),
    );
    expect(scopes).toContain(`${ALL}[*urn:x:a *urn:x:b[urn:c]]`);
    expect(scopes.filter((scope) => scope.startsWith(ALL))).toHaveLength(1);
    expect(scopes).toContain('urn:d');
  });

  it.each([['A['], [']A'], ['A[B'], ['']])('handles unbalanced brackets: %j', (scope) => {
    expect(splitScopes(scopesToRequest([scope])).slice(0, 3)).toEqual(['openid', 'profile', 'email']);
  });

  it('adds a new scope once', () => {
    expect(splitScopes(scopesToRequest(['openid urn:new']))).toEqual([...DEFAULT_SCOPES, 'urn:new']);
  });
});
