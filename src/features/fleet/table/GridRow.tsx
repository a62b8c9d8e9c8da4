import type { ComponentProps } from 'react';
import styles from './GridRow.module.css';

/** A row of the table whose cells stand in the table's columns; on a narrow page it is a card. */
export function GridRow({ className = '', ...props }: Omit<ComponentProps<'div'>, 'role'>) {
  return <div role="row" {...props} className={`${styles.row} ${className}`} />;
}
