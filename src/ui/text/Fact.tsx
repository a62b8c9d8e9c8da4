import type { ReactNode } from 'react';
import styles from './Fact.module.css';

/** A name and what is known under it; stands in a `<dl>`. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
