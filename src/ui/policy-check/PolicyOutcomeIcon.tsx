import type { PolicyStep } from '../../domain/site/policy-check/checkPolicy.ts';
import styles from './PolicyOutcomeIcon.module.css';

/** Shows the outcome of a policy step as a shape and a color. The text beside it says the same. */
export function PolicyOutcomeIcon({ outcome }: { outcome: PolicyStep['outcome'] }) {
  return (
    <svg
      className={styles.icon}
      data-outcome={outcome}
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[outcome]} />
    </svg>
  );
}

const PATHS: Readonly<Record<PolicyStep['outcome'], string>> = {
  passed: 'M3 8.5 6.5 12 13 4.5',
  denied: 'm4 4 8 8m0-8-8 8',
  'sign-in': 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M8 5v3l2 2',
  undecided: 'M5.5 6a2.5 2.5 0 1 1 3.6 2.2Q8 8.8 8 10m0 3v.01',
  unchecked: 'M4 8h8',
};
