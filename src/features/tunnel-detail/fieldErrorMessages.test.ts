import { expect, test } from 'vitest';
import { ApiError } from '../../api/http/errors.ts';
import { fieldErrorMessages } from './fieldErrorMessages.ts';

const refusal = (...names: string[]) =>
  new ApiError({
    kind: 'validation',
    method: 'PATCH',
    path: '/',
    detail: '',
    fieldErrors: names.map((name, at) => ({
      path: ['body', 'data', 'attributes', name],
      message: `message ${at}`,
    })),
  });

const quoted = (message: string) => `This value was rejected. Globus says: “${message}”`;

test.each([
  ['one field', refusal('port'), { port: quoted('message 0') }, true],
  [
    'both, one of them twice',
    refusal('port', 'host', 'port'),
    { port: quoted('message 0'), host: quoted('message 1') },
    true,
  ],
  ['one, and something without a field', refusal('port', 'state'), { port: quoted('message 0') }, false],
  ['nothing that has a field', refusal('constructor'), {}, false],
  ['no field', refusal(), {}, false],
  ['an error of another kind', new Error('x'), {}, false],
  ['no error', null, {}, false],
])('complaints about %s', (_what, error, messages, isComplete) => {
  expect(fieldErrorMessages(error, ['host', 'port'])).toEqual({ messages, isComplete });
});
