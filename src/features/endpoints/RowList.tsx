import type { ReactNode } from 'react';
import styles from './RowList.module.css';

/** Shows a list with two columns: each item has a name and what belongs to it. */
export function RowList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={styles.rows} aria-label={label}>
      {children}
    </ul>
  );
}
