import { useEffect, useRef } from 'react';
import type { Step } from '../draft/steps.ts';

/**
 * Moves the focus in the wizard: to the heading of a step that has just come, or to the first field that is wrong
 * when one has asked to go on. On arrival the shell puts it on the page's title.
 *
 * @param asked the step whose errors are to be shown, a new object each time one asks
 * @returns goes on the element around the list of steps and the step itself
 */
export function useStepFocus(step: Step, asked: { step: Step } | null) {
  const wizard = useRef<HTMLDivElement>(null);
  const shown = useRef({ step, asked });
  useEffect(() => {
    const before = shown.current;
    const isNewStep = before.step !== step;
    const isAsked = asked !== null && asked.step === step && (isNewStep || before.asked !== asked);
    shown.current = { step, asked };
    const wrong = isAsked ? wizard.current?.querySelector<HTMLElement>('[aria-invalid="true"]') : null;
    if (wrong) wrong.focus();
    else if (isNewStep) {
      wizard.current?.querySelector<HTMLElement>('h2[tabindex]')?.focus({ preventScroll: true });
      // From the bottom of one step to the top of the next.
      if (isScrolledPast(wizard.current)) wizard.current?.scrollIntoView();
    }
  }, [step, asked]);
  return wizard;
}

function isScrolledPast(element: Element | null): boolean {
  return element !== null && element.getBoundingClientRect().top < 0;
}
