import { expect, test } from 'vitest';
import { failedCreation } from './useFailedCreation.ts';

const error = new Error('No.');
const variables = { label: 'Night run', signal: new AbortController().signal };

test.each([
  ['one that was refused', { status: 'error', error, variables }, { error, label: 'Night run' }],
  ['one without a label', { status: 'error', error, variables: {} }, { error, label: null }],
  ['one on its way', { status: 'pending', error: null, variables }, null],
  ['one that was made', { status: 'success', error: null, variables }, null],
  [
    'one that its maker gave up',
    { status: 'error', error, variables: { ...variables, signal: AbortSignal.abort() } },
    null,
  ],
] as const)('%s', (_name, state, lost) => {
  expect(failedCreation(state)).toEqual(lost);
});
