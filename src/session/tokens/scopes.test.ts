import { expect, it } from 'vitest';
import { DEFAULT_SCOPES, scopesToRequest } from './scopes.ts';

const ALL = 'urn:globus:auth:scope:transfer.api.globus.org:all';
const defaults = DEFAULT_SCOPES.join(' ');

it('requests the default scopes if nothing more is required', () => {
  expect(scopesToRequest([])).toBe(defaults);
});

it('replaces a plain scope by its nested form', () => {
  expect(scopesToRequest([`${ALL}[*urn:x:data_access]`])).toBe(
    defaults.replace(ALL, `${ALL}[*urn:x:data_access]`),
  );
});

it('merges the scopes that two requirements nest in the same scope', () => {
  const scopes = scopesToRequest([`${ALL}[*urn:x:a]`, `${ALL}[*urn:x:b[urn:c] *urn:x:a] urn:d`]);
  expect(scopes).toBe(`${defaults.replace(ALL, `${ALL}[*urn:x:a *urn:x:b[urn:c]]`)} urn:d`);
});

it.each([['A['], [']A'], ['A[B'], ['']])('ignores unbalanced brackets: %j', (scope) => {
  expect(scopesToRequest([scope])).toBe(defaults);
});

it('adds a new scope once', () => {
  expect(scopesToRequest(['openid urn:new'])).toBe(`${defaults} urn:new`);
});
