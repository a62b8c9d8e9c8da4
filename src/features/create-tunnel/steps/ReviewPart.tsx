import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { type Step, stepSearch } from '../draft/steps.ts';
import styles from './ReviewPart.module.css';

/** One answer in the review, and the way back to where it was given. */
export function ReviewPart({
  name,
  step,
  what,
  children,
}: {
  name: string;
  step: Step;
  /** What the link changes, for those who hear it out of its place. */
  what: string;
  children: ReactNode;
}) {
  return (
    <div className={styles.part}>
      <dt>{name}</dt>
      <dd className={styles.answer}>{children}</dd>
      <dd>
        <Link to={{ search: stepSearch(step) }}>
          Change<span className="visually-hidden"> {what}</span>
        </Link>
      </dd>
    </div>
  );
}
