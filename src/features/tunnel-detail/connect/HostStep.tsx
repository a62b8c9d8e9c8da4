import type { ReactNode } from 'react';
import styles from './HostStep.module.css';

/** One numbered step on a host; a child of HostCard's list. */
export function HostStep({ title, children }: { title: string; children: ReactNode }) {
  return (
    <li className={styles.step}>
      <h4 className={styles.title}>{title}</h4>
      {children}
    </li>
  );
}
