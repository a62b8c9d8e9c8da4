import { expect, test } from 'vitest';
import { parseBody } from './parseBody.ts';

const ID = '0f5b62b5-11bd-4a25-8f6c-3a4c4b2a5d6e';
const TOKEN = 'AgkWa3p9QzVb1Xy7Tn2Lw8';

test.each([
  ['a Globus token', TOKEN, `No: ${TOKEN}.`, 'No: [token].'],
  ['a word', 'admin', 'created by admin', 'created by admin'],
  ['a digit', '1', '2025-11-11', '2025-11-11'],
  ['the ID of an identity', ID, ID, ID],
])('%s', (_name, token, received, shown) => {
  const bytes = new TextEncoder().encode(JSON.stringify({ owner: received })).buffer as ArrayBuffer;
  expect(parseBody(bytes, token)).toEqual({
    text: JSON.stringify({ owner: shown }),
    document: { owner: shown },
  });
});
