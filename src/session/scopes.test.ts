import { describe, expect, it } from 'vitest';
import { scopesToRequest, splitScopes, USUAL_SCOPES } from './scopes.ts';

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
    expect(scopesToRequest([])).toBe(USUAL_SCOPES.join(' '));
  });

  it('puts a nested scope in the place of its plain form', () => {
    const scopes = splitScopes(scopesToRequest([`${ALL}[*urn:x:data_access]`]));
    expect(scopes).toContain(`${ALL}[*urn:x:data_access]`);
    expect(scopes).not.toContain(ALL);
    expect(scopes).toContain('openid');
  });

  it('adds what is new, once', () => {
    expect(splitScopes(scopesToRequest(['openid urn:new']))).toEqual([...USUAL_SCOPES, 'urn:new']);
  });
});
