import { expect, it } from 'vitest';
import { doneSteps, errorsOfStep, firstWrongStep, neighbour, readStep } from './steps.ts';

it.each([
  ['', 'initiator'],
  ['?step=listener', 'listener'],
  ['?step=review', 'review'],
  ['?step=toString', 'initiator'],
])('the address %j is the step %s', (search, step) => {
  expect(readStep(new URLSearchParams(search))).toBe(step);
});

it('has a neighbour on each side but at the ends', () => {
  expect(neighbour('initiator', -1)).toBeNull();
  expect(neighbour('initiator', 1)).toBe('listener');
  expect(neighbour('review', 1)).toBeNull();
});

it('sorts errors to steps', () => {
  const errors = { listenerPort: 'p', listener: 'l' };
  expect(firstWrongStep(errors)).toBe('listener');
  expect(errorsOfStep(errors, 'settings')).toEqual({ listenerPort: 'p' });
  expect(firstWrongStep({})).toBeNull();
});

it('counts a step as done only with everything before it', () => {
  expect(doneSteps({ initiator: 'x' })).toEqual([]);
  expect(doneSteps({ lifetime: 'x' })).toEqual(['initiator', 'listener']);
  expect(doneSteps({})).toEqual(['initiator', 'listener', 'settings']);
});
