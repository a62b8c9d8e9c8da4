import { Link } from 'react-router';
import { Icon } from '../../../ui/Icon.tsx';
import type { FieldErrors } from '../draft/parseDraft.ts';
import { completedSteps, STEPS, type Step } from '../draft/steps.ts';
import styles from './StepList.module.css';
import { useStepSearch } from './useStepSearch.ts';

const NAMES: Readonly<Record<Step, string>> = {
  initiator: 'Initiator',
  listener: 'Listener',
  settings: 'Settings',
  review: 'Review',
};

/** Shows the steps and which step is current. Every step can be opened at any time; the review shows what is missing. */
export function StepList({ current, errors }: { current: Step; errors: FieldErrors }) {
  const searchOf = useStepSearch();
  const done = completedSteps(errors);
  return (
    <nav aria-label="Steps">
      <ol className={styles.steps}>
        {STEPS.map((step, at) => {
          const isDone = step !== current && done.includes(step);
          return (
            <li key={step} className={styles.step}>
              <Link
                to={{ search: searchOf(step) }}
                className={styles.link}
                aria-current={step === current ? 'step' : undefined}
              >
                <span className={styles.number} aria-hidden="true">
                  {isDone ? <Icon name="check" /> : at + 1}
                </span>
                {NAMES[step]}
                {isDone && <span className="visually-hidden"> (done)</span>}
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
