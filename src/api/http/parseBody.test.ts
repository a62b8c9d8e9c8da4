import { expect, test } from 'vitest';
import { parseBody } from './parseBody.ts';

const ID = '0f5b62b5-11bd-4a25-8f6c-3a4c4b2a5d6e';
const TOKEN = 'AgkWa3p9QzVb1Xy7Tn2Lw8';

test.each([
  ['a token of Globus', TOKEN, `No: ${TOKEN}.`, 'No: [token].'],
  ['a word', 'admin', 'made by admin', 'made by admin'],
  ['a digit', '1', '2025-11-11', '2025-11-11'],
  ['the id of an identity', ID, ID, ID],
])('%s', (_name, token, said, shown) => {
  const bytes = new TextEncoder().encode(JSON.stringify({ owner: said })).buffer as ArrayBuffer;
  expect(parseBody(bytes, token)).toEqual({
    text: JSON.stringify({ owner: shown }),
    document: { owner: shown },
  });
});
