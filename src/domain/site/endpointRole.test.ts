import { expect, test } from 'vitest';
import { parsePrincipal } from './endpointRole.ts';

const ID = '00000000-0000-4000-8000-00000000000a';

test.each([
  [`urn:globus:auth:identity:${ID.toUpperCase()}`, { kind: 'identity', id: ID }],
  [`urn:globus:groups:id:${ID}`, { kind: 'group', id: ID }],
  [ID, { kind: 'unknown', text: ID }],
  ['', { kind: 'unknown', text: '' }],
])('parsePrincipal(%j)', (text, principal) => {
  expect(parsePrincipal(text)).toEqual(principal);
});
