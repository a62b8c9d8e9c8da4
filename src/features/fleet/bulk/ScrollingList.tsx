import type { ReactNode } from 'react';
import styles from './ScrollingList.module.css';

/** A list in a dialog that scrolls when it is long. */
export function ScrollingList({
  label,
  className = '',
  children,
}: {
  label: string;
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must be reachable by keyboard
    <ul className={`${styles.list} ${className}`} aria-label={label} tabIndex={0}>
      {children}
    </ul>
  );
}
