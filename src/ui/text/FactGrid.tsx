import type { ReactNode } from 'react';
import styles from './FactGrid.module.css';

/** Shows facts (`Fact`) in as many columns as fit. */
export function FactGrid({ children }: { children: ReactNode }) {
  return <dl className={styles.facts}>{children}</dl>;
}
