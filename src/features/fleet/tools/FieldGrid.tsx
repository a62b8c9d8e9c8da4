import type { ReactNode } from 'react';
import styles from './FieldGrid.module.css';

/** Lays out the fields of a panel in as many columns as fit. */
export function FieldGrid({ children }: { children: ReactNode }) {
  return <div className={styles.fields}>{children}</div>;
}
