import { useEffect, useRef } from 'react';
import type { Step } from './steps.ts';

/**
 * Moves the focus in the wizard: to the heading of a step that has just come, or to the first field that is wrong
 * when one has asked to go on. On arrival the shell puts it on the page's title.
 *
 * @param asked the step whose errors are to be shown, a new object each time one asks
 * @returns goes on the element around the step
 */
export function useStepFocus(step: Step, asked: { step: Step } | null) {
  const section = useRef<HTMLElement>(null);
  const shown = useRef({ step, asked });
  useEffect(() => {
    const before = shown.current;
    const isNewStep = before.step !== step;
    const isAsked = asked !== null && asked.step === step && (isNewStep || before.asked !== asked);
    shown.current = { step, asked };
    if (!isNewStep && !isAsked) return;
    const wrong = isAsked ? section.current?.querySelector<HTMLElement>('[aria-invalid="true"]') : null;
    (wrong ?? section.current?.querySelector('h2'))?.focus();
  }, [step, asked]);
  return section;
}
