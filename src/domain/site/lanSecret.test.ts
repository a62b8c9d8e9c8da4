import { expect, test } from 'vitest';
import { parseLanSecretDraft } from './lanSecret.ts';

const EMPTY = { minutes: '', identityId: '', username: '' };
const ID = '0f5b62b5-11bd-4a25-8f6c-3a4c4b2a5d6e';

test('leaves out what is empty, so that the site decides', () => {
  expect(parseLanSecretDraft({ ...EMPTY, username: ' ' })).toEqual({ kind: 'request', request: {} });
});

test('trims what is filled in', () => {
  expect(parseLanSecretDraft({ minutes: ' 090 ', identityId: ` ${ID} `, username: ' ada ' })).toEqual({
    kind: 'request',
    request: { expiresInMinutes: 90, identityId: ID, username: 'ada' },
  });
});

test.each(['0', '-5', '1.5', '1e3', 'an hour', '999999999999'])('rejects %s minutes', (minutes) => {
  expect(parseLanSecretDraft({ ...EMPTY, minutes })).toMatchObject({
    kind: 'errors',
    errors: { minutes: expect.any(String) },
  });
});

test('rejects an identity that is not an ID', () => {
  expect(parseLanSecretDraft({ ...EMPTY, identityId: 'ada@lab.example' })).toMatchObject({
    kind: 'errors',
    errors: { identityId: expect.any(String) },
  });
});
