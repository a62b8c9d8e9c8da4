import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { type Step, stepSearch } from '../draft/steps.ts';
import styles from './ReviewItem.module.css';

/** One answer in the review, and the way back to where it was given. */
export function ReviewItem({
  name,
  step,
  changeLabel,
  children,
}: {
  name: string;
  step: Step;
  /** What the link changes, for those who hear it out of its place. */
  changeLabel: string;
  children: ReactNode;
}) {
  return (
    <div className={styles.item}>
      <dt>{name}</dt>
      <dd className={styles.answer}>{children}</dd>
      <dd>
        <Link to={{ search: stepSearch(step) }}>
          Change<span className="visually-hidden"> {changeLabel}</span>
        </Link>
      </dd>
    </div>
  );
}
