import type { Draft } from './draft.ts';
import type { FieldErrors, FieldName } from './parseDraft.ts';

/** The wizard's steps in order. Each has an address, `?step=NAME`. */
export const STEPS = ['initiator', 'listener', 'settings', 'review'] as const;
export type Step = (typeof STEPS)[number];

/** The props of every step. */
export interface StepProps {
  draft: Draft;
  /** Errors of the step's fields, once a person has tried to continue. */
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

/** Returns the step before or after another; null at the ends. */
export function adjacentStep(step: Step, distance: -1 | 1): Step | null {
  return STEPS[STEPS.indexOf(step) + distance] ?? null;
}

/** Returns the first step with an error, or null. */
export function firstInvalidStep(errors: FieldErrors): Step | null {
  return STEPS.find((step) => Object.keys(errorsOfStep(errors, step)).length > 0) ?? null;
}

/** Returns the errors of one step. */
export function errorsOfStep(errors: FieldErrors, step: Step): FieldErrors {
  const own = Object.entries(errors).filter(([field]) => STEP_OF_FIELD[field as FieldName] === step);
  return Object.fromEntries(own);
}

/** Returns the completed steps: valid, and so is every step before them. The review is never complete. */
export function completedSteps(errors: FieldErrors): readonly Step[] {
  const invalid = firstInvalidStep(errors) ?? 'review';
  return STEPS.slice(0, STEPS.indexOf(invalid));
}
