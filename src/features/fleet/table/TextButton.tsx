import type { ComponentProps } from 'react';
import styles from './TextButton.module.css';

/** A button that looks like the text around it, for the headings of columns and groups. */
export function TextButton(props: Omit<ComponentProps<'button'>, 'className' | 'type'>) {
  return <button type="button" {...props} className={styles.button} />;
}
