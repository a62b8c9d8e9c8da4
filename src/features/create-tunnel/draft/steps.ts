import type { Draft } from './draft.ts';
import type { FieldErrors, FieldName } from './parseDraft.ts';

/** The wizard's steps in their order; each has its address, `?step=NAME`. */
export const STEPS = ['initiator', 'listener', 'settings', 'review'] as const;
export type Step = (typeof STEPS)[number];

/** What every step is given. */
export interface StepProps {
  draft: Draft;
  /** What is wrong with its fields, once a person has asked to go on. */
  errors: FieldErrors;
  onChange: (changes: Partial<Draft>) => void;
  onNext: () => void;
}

const STEP_OF_FIELD: Readonly<Record<FieldName, Step>> = {
  initiator: 'initiator',
  listener: 'listener',
  label: 'settings',
  lifetime: 'settings',
  restartable: 'settings',
  listenerHost: 'settings',
  listenerPort: 'settings',
};

/** The step of an address; the first one when it names none that there is. */
export function readStep(parameters: URLSearchParams): Step {
  return requestedStep(parameters) ?? 'initiator';
}

/** The step an address names, or null. */
export function requestedStep(parameters: URLSearchParams): Step | null {
  return STEPS.find((step) => step === parameters.get('step')) ?? null;
}

/** The query of a step's address. */
export function stepSearch(step: Step): string {
  return `?step=${step}`;
}

/** The step before or after another; null at the ends. */
export function adjacentStep(step: Step, distance: -1 | 1): Step | null {
  return STEPS[STEPS.indexOf(step) + distance] ?? null;
}

/** The first step that has something wrong in it, or null. */
export function firstInvalidStep(errors: FieldErrors): Step | null {
  return STEPS.find((step) => Object.keys(errorsOfStep(errors, step)).length > 0) ?? null;
}

/** Only what is wrong in one step. */
export function errorsOfStep(errors: FieldErrors, step: Step): FieldErrors {
  const own = Object.entries(errors).filter(([field]) => STEP_OF_FIELD[field as FieldName] === step);
  return Object.fromEntries(own);
}

/** The steps that are done: all good, and everything before them too. The review is never done. */
export function completedSteps(errors: FieldErrors): readonly Step[] {
  const wrong = firstInvalidStep(errors) ?? 'review';
  return STEPS.slice(0, STEPS.indexOf(wrong));
}
