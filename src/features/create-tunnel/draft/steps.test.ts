import { expect, it } from 'vitest';
import { adjacentStep, completedSteps, errorsOfStep, firstInvalidStep } from './steps.ts';

it('has a neighbor on each side except at the ends', () => {
  expect(adjacentStep('initiator', -1)).toBeNull();
  expect(adjacentStep('initiator', 1)).toBe('listener');
  expect(adjacentStep('review', 1)).toBeNull();
});

it('finds the step that an error belongs to', () => {
  const errors = { listenerPort: 'p', listener: 'l' };
  expect(firstInvalidStep(errors)).toBe('listener');
  expect(errorsOfStep(errors, 'settings')).toEqual({ listenerPort: 'p' });
  expect(firstInvalidStep({})).toBeNull();
});

it('counts a step as complete only if every step before it is', () => {
  expect(completedSteps({ initiator: 'x' })).toEqual([]);
  expect(completedSteps({ lifetime: 'x' })).toEqual(['initiator', 'listener']);
  expect(completedSteps({})).toEqual(['initiator', 'listener', 'settings']);
});
