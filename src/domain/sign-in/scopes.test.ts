import { describe, expect, it } from 'vitest';
import { growthOfTime, LINEAR_GROWTH } from '../text/linearTimeForTests.ts';
import { allowedScopes, parseScopeName, parseScopes, scopeTexts } from './scopes.ts';

const ALL = 'urn:globus:auth:scope:transfer.api.globus.org:all';
const VIEW = 'urn:globus:auth:scope:auth.globus.org:view_identity_set';
const E1 = 'e1e1e1e1-0000-4000-8000-000000000001';
const E2 = 'e2e2e2e2-0000-4000-8000-000000000002';
const data = (endpoint: string) => `https://auth.globus.org/scopes/${endpoint}/data_access`;
const manage = (endpoint: string) => `urn:globus:auth:scope:${endpoint}:manage_collections`;
const GROUPS = 'urn:globus:auth:scope:groups.api.globus.org:all';

describe('parseScopes', () => {
  it.each([
    ['', []],
    ['a  b', ['a', 'b']],
    ['A[*B C] D', ['A[*B C]', 'D']],
    ['A[B[C D] *E],F', ['A[B[C D] *E]', 'F']],
    ['A[B] A[C]', ['A[B C]']],
    ['A[B[C[D]]]', ['A[B[C[D]]]']],
  ])('%j', (text, scopes) => {
    expect(scopeTexts(parseScopes(text))).toEqual(scopes);
  });

  it.each([
    ['an open bracket', 'A[B'],
    ['a closing bracket', 'A]B'],
    ['a bracket without a scope', '[A]'],
    ['five levels', 'A[B[C[D[E]]]]'],
    ['more than 3000 characters', `A[${'B '.repeat(1500)}]`],
    ['100,000 brackets', 'A['.repeat(50_000)],
  ])('%s make it unreadable', (_what, text) => {
    expect(scopeTexts(parseScopes(text))).toEqual([]);
  });
});

it.each([
  [`*${data(E1)}`, { server: E1, permission: 'data_access' }],
  [manage(E1), { server: E1, permission: 'manage_collections' }],
  ['openid', null],
  ['https://evil.example/scopes/a/b', null],
  [`${manage(E1)} offline_access`, null],
])('the name %s is %j', (name, parsed) => {
  expect(parseScopeName(name)).toEqual(parsed);
});

describe('allowedScopes', () => {
  it.each<[string, string, string[] | null, string[]]>([
    ['of Transfer and Auth', `${ALL} ${VIEW}`, [], [ALL, VIEW]],
    ['of the endpoint, nested in Transfer', `${ALL}[*${data(E1)}]`, [E1], [`${ALL}[*${data(E1)}]`]],
    ['of the endpoint alone', manage(E1), [E1], [manage(E1)]],
    [
      'not of another endpoint',
      `${manage(E2)} ${ALL}[*${data(E2)} *${data(E1)}]`,
      [E1],
      [`${ALL}[*${data(E1)}]`],
    ],
    [
      'of any endpoint if it is unknown',
      `${manage(E2)} ${ALL}[*${data(E1)}]`,
      null,
      [manage(E2), `${ALL}[*${data(E1)}]`],
    ],
    ['no refresh tokens', `offline_access ${ALL}[offline_access]`, null, [ALL]],
    ['no foreign service', `${GROUPS} ${ALL}[${GROUPS}]`, null, [ALL]],
    ['nothing inside a foreign service', `${GROUPS}[${data(E1)}]`, null, []],
    ['no client that isn’t an endpoint', 'https://auth.globus.org/scopes/evil/data_access', null, []],
    ['no other permission of an unknown endpoint', `https://auth.globus.org/scopes/${E1}/all`, null, []],
  ])('%s', (_what, required, endpointIds, allowed) => {
    expect(allowedScopes([required], endpointIds)).toEqual(allowed);
  });

  it('never cuts a scope, and drops those that no longer fit', () => {
    const many = Array.from({ length: 50 }, (_, at) => data(`${at + 10}aaaaaa-0000-4000-8000-000000000001`));
    const allowed = allowedScopes(many, null);
    expect(allowed).toEqual(many.slice(0, 37));
    expect(allowed.join(' ').length).toBeLessThanOrEqual(3000);
  });
});

it.each<[string, (size: number) => string[]]>([
  ['one that nests forever', (size) => [`${ALL}[`.repeat(size)]],
  ['one that is balanced', (size) => [`${ALL}[`.repeat(size) + ']'.repeat(size)]],
  ['many', (size) => Array.from({ length: size }, (_, at) => `${ALL}[*${data(E1)} s${at}]`)],
  ['many of the same name', (size) => Array.from({ length: size }, () => `${ALL}[${ALL}[${ALL}[${ALL}]]]`)],
])('scopes are read in linear time: %s', (_what, scopesOfSize) => {
  const read = (required: readonly string[]) => allowedScopes(required, null);
  expect(growthOfTime(scopesOfSize, read)).toBeLessThan(LINEAR_GROWTH);
});
