import { expect, test } from 'vitest';
import { ApiError } from '../http/errors.ts';
import { tunnelFieldErrors } from './tunnelFieldErrors.ts';

const rejected = (...path: string[]) =>
  new ApiError({
    kind: 'validation',
    method: 'POST',
    path: '/v2/tunnels',
    detail: '',
    fieldErrors: [{ path: ['body', 'data', ...path], message: 'wrong' }],
  });

test.each([
  ['initiator', rejected('relationships', 'initiator', 'data', 'id')],
  ['listener', rejected('relationships', 'listener', 'data', 'id')],
  ['label', rejected('attributes', 'label')],
  ['lifetime', rejected('attributes', 'lifetime_mins')],
  ['restartable', rejected('attributes', 'restartable')],
  ['listenerHost', rejected('attributes', 'listener_ip_address')],
  ['listenerPort', rejected('attributes', 'listener_port', 'int')],
])('%s', (field, error) => {
  expect(tunnelFieldErrors(error)).toEqual({
    messages: { [field]: 'Globus says: “wrong”' },
    others: [],
    isComplete: true,
  });
});

test.each([
  ['an ApiError without field errors', new ApiError({ ...rejected(), fieldErrors: [] })],
  ['another error', new Error('x')],
  ['no error', null],
])('%s is about no field', (_what, error) => {
  expect(tunnelFieldErrors(error)).toEqual({ messages: {}, others: [], isComplete: false });
});

test('a form that lacks the field shows the error as a whole', () => {
  const error = rejected('attributes', 'label');
  expect(tunnelFieldErrors(error, ['listenerHost', 'listenerPort'])).toEqual({
    messages: {},
    others: ['label: Globus says: “wrong”'],
    isComplete: false,
  });
});
