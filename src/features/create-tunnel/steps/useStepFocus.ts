import { useEffect, useRef } from 'react';
import type { Step } from '../draft/steps.ts';

/**
 * Moves the focus within the wizard: to the heading of a step that has just opened, or to the first invalid field when
 * a person tries to continue. When the wizard opens, the shell focuses the page's title.
 *
 * @param checked the step whose errors are shown, a new object each time a person tries to continue
 * @returns the ref of the element around the list of steps and the step
 */
export function useStepFocus(step: Step, checked: { step: Step } | null) {
  const wizard = useRef<HTMLDivElement>(null);
  const shown = useRef({ step, checked });
  useEffect(() => {
    const before = shown.current;
    const isNewStep = before.step !== step;
    const isChecked = checked !== null && checked.step === step && (isNewStep || before.checked !== checked);
    shown.current = { step, checked };
    const invalid = isChecked ? wizard.current?.querySelector<HTMLElement>('[aria-invalid="true"]') : null;
    if (invalid) invalid.focus();
    else if (isNewStep) {
      wizard.current?.querySelector<HTMLElement>('h2[tabindex]')?.focus({ preventScroll: true });
      // The Next button is at the bottom of a step; the next one starts at the top.
      if (isScrolledPast(wizard.current)) wizard.current?.scrollIntoView();
    }
  }, [step, checked]);
  return wizard;
}

function isScrolledPast(element: Element | null): boolean {
  return element !== null && element.getBoundingClientRect().top < 0;
}
