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
  expect(parseBody(bytes, [token])).toEqual({
    text: JSON.stringify({ owner: shown }),
    document: { owner: shown },
  });
});

test.each([
  ['an ID above 2^53', '{"id":9007199254740993}', { id: '9007199254740993' }],
  ['one in a list', '[{"id" : 12345678901234567890, "n": 1}]', [{ id: '12345678901234567890', n: 1 }]],
  ['a short ID', '{"id":2768}', { id: 2768 }],
  ['another long number', '{"size":9007199254740992}', { size: 9007199254740992 }],
  ['an ID that is a text', '{"id":"9007199254740993"}', { id: '9007199254740993' }],
  [
    'a text about an ID',
    JSON.stringify({ details: '{"id":9007199254740993}' }),
    { details: '{"id":9007199254740993}' },
  ],
])('%s keeps its digits', (_name, received, document) => {
  const bytes = new TextEncoder().encode(received).buffer as ArrayBuffer;
  expect(parseBody(bytes, [TOKEN])).toEqual({ text: received, document });
});
