import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Step } from '../draft/steps.ts';
import styles from './ReviewItem.module.css';
import { useStepSearch } from './useStepSearch.ts';

/** Shows one setting in the review, with a link to the step that changes it. */
export function ReviewItem({
  name,
  step,
  changeLabel,
  children,
}: {
  name: string;
  step: Step;
  /** What the link changes, for people who hear it out of context: "the label". */
  changeLabel: string;
  children: ReactNode;
}) {
  const searchOf = useStepSearch();
  return (
    <div className={styles.item}>
      <dt>{name}</dt>
      <dd className={styles.setting}>{children}</dd>
      <dd>
        <Link to={{ search: searchOf(step) }}>
          Change<span className="visually-hidden"> {changeLabel}</span>
        </Link>
      </dd>
    </div>
  );
}
