import { type ComponentProps, useId } from 'react';
import styles from './TextField.module.css';

/** A labelled input with its hint and its error, wired together for assistive technology. */
export function TextField({
  label,
  hint,
  error,
  mono = false,
  ...input
}: { label: string; hint?: string; error?: string | null; mono?: boolean } & Omit<
  ComponentProps<'input'>,
  'id' | 'className'
>) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        className={mono ? 'mono' : undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}-hint ${id}-error`}
      />
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {/* Always there, so that a screen reader hears the error the moment it appears. */}
      <p id={`${id}-error`} className={styles.error} aria-live="polite">
        {error}
      </p>
    </div>
  );
}
