import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { adjacentStep, type Step, stepSearch } from '../draft/steps.ts';
import styles from './StepForm.module.css';

/** What every step looks like: its question, its words, its fields, and the way on. Enter goes on as well. */
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
  /** The submit button that goes on, where that is not just the next step. */
  action?: ReactNode;
  onNext: () => void;
}) {
  const before = adjacentStep(step, -1);
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
        {/* Never disabled: pressed too early, it says what is missing. */}
        {action ?? (
          <button type="submit" className="button primary large">
            Next
          </button>
        )}
        {before && (
          <Link className="button large" to={{ search: stepSearch(before) }}>
            Back
          </Link>
        )}
      </div>
    </form>
  );
}
