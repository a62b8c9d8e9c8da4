import { describe, expect, it } from 'vitest';
import { mapFieldErrors } from './serverFieldErrors.ts';

const complaint = (...path: string[]) => ({ path, message: path.at(-1) ?? '' });

describe('pinFieldErrors', () => {
  it.each([
    [['body', 'data', 'attributes', 'label'], 'label'],
    [['body', 'data', 'attributes', 'lifetime_mins'], 'lifetime'],
    [['body', 'data', 'attributes', 'restartable'], 'restartable'],
    [['body', 'data', 'attributes', 'listener_ip_address'], 'listenerHost'],
    [['body', 'data', 'attributes', 'listener_port', 'int'], 'listenerPort'],
    [['body', 'data', 'relationships', 'initiator', 'data', 'id'], 'initiator'],
    [['data', 'relationships', 'listener'], 'listener'],
  ])('%j is about %s', (path, field) => {
    const { errors, isComplete } = mapFieldErrors([{ path, message: 'too long' }]);
    expect(errors).toEqual({ [field]: 'Globus did not accept this: too long' });
    expect(isComplete).toBe(true);
  });

  it('pins what it can and says that there is more', () => {
    const { errors, isComplete } = mapFieldErrors([
      complaint('body', 'data', 'attributes', 'label'),
      complaint('body', 'data', 'attributes', 'submission_id'),
    ]);
    expect(Object.keys(errors)).toEqual(['label']);
    expect(isComplete).toBe(false);
  });

  it.each([
    { complaints: [] },
    { complaints: [complaint()] },
    { complaints: [complaint('body')] },
    { complaints: [complaint('attributes')] },
    { complaints: [complaint('attributes', 'constructor')] },
  ])('pins nothing of $complaints', ({ complaints }) => {
    expect(mapFieldErrors(complaints)).toEqual({ errors: {}, isComplete: false });
  });

  it('says the first of two complaints about one field', () => {
    const path = ['attributes', 'label'];
    const { errors } = mapFieldErrors([
      { path, message: 'one' },
      { path, message: 'two' },
    ]);
    expect(errors.label).toContain('one');
  });
});
