import type { ReactNode } from 'react';
import styles from './CheckboxList.module.css';

/** Lays out list items, each with a checkbox in its label and perhaps further controls, in as many columns as fit. */
export function CheckboxList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={styles.list} aria-label={label}>
      {children}
    </ul>
  );
}
