import type { ReactNode } from 'react';
import styles from './BulkDialogFooter.module.css';

/** Holds the buttons of a dialog whose content can be long. */
export function BulkDialogFooter({ children }: { children: ReactNode }) {
  return <div className={styles.footer}>{children}</div>;
}
