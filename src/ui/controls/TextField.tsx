import { type ComponentProps, useId } from 'react';
import styles from './TextField.module.css';

/** A labeled input whose hint and error are connected to it for assistive technology. */
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
      {/* Always rendered, so that a screen reader announces the error as soon as it appears. */}
      <p id={`${id}-error`} className={styles.error} aria-live="polite">
        {error}
      </p>
    </div>
  );
}
