import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { adjacentStep, type Step } from '../draft/steps.ts';
import styles from './StepForm.module.css';
import { useStepSearch } from './useStepSearch.ts';

/** The form around every step: title, description, fields, and the buttons. Enter submits it, too. */
export function StepForm({
  step,
  title,
  description,
  children,
  action,
  onNext,
}: {
  step: Step;
  title: string;
  description: ReactNode;
  children: ReactNode;
  /** The submit button, unless it only leads to the next step. */
  action?: ReactNode;
  onNext: () => void;
}) {
  const searchOf = useStepSearch();
  const previous = adjacentStep(step, -1);
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onNext();
      }}
    >
      <div>
        <h2 tabIndex={-1} className={styles.title}>
          {title}
        </h2>
        <p className="muted">{description}</p>
      </div>
      {children}
      <div className={styles.buttons}>
        {/* Never disabled: it shows what is missing. */}
        {action ?? (
          <button type="submit" className="button primary large">
            Next
          </button>
        )}
        {previous && (
          <Link className="button large" to={{ search: searchOf(previous) }}>
            Back
          </Link>
        )}
      </div>
    </form>
  );
}
