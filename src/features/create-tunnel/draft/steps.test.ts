import { expect, it } from 'vitest';
import { adjacentStep, completedSteps, errorsOfStep, firstInvalidStep, readStep } from './steps.ts';

it.each([
  ['', 'initiator'],
  ['?step=listener', 'listener'],
  ['?step=review', 'review'],
  ['?step=toString', 'initiator'],
])('the address %j is the step %s', (search, step) => {
  expect(readStep(new URLSearchParams(search))).toBe(step);
});

it('has a neighbour on each side but at the ends', () => {
  expect(adjacentStep('initiator', -1)).toBeNull();
  expect(adjacentStep('initiator', 1)).toBe('listener');
  expect(adjacentStep('review', 1)).toBeNull();
});

it('sorts errors to steps', () => {
  const errors = { listenerPort: 'p', listener: 'l' };
  expect(firstInvalidStep(errors)).toBe('listener');
  expect(errorsOfStep(errors, 'settings')).toEqual({ listenerPort: 'p' });
  expect(firstInvalidStep({})).toBeNull();
});

it('counts a step as done only with everything before it', () => {
  expect(completedSteps({ initiator: 'x' })).toEqual([]);
  expect(completedSteps({ lifetime: 'x' })).toEqual(['initiator', 'listener']);
  expect(completedSteps({})).toEqual(['initiator', 'listener', 'settings']);
});
