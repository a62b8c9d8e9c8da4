import type { ReactNode } from 'react';
import styles from './HostStep.module.css';

/** Shows one numbered step on a host. A child of HostCard. */
export function HostStep({ title, children }: { title: string; children: ReactNode }) {
  return (
    <li className={styles.step}>
      <h4 className={styles.title}>{title}</h4>
      {children}
    </li>
  );
}
