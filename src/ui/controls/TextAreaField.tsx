import { type ComponentProps, useId } from 'react';
import styles from './TextAreaField.module.css';

/** A labeled field for several lines, whose hint and error are connected to it for assistive technology. */
export function TextAreaField({
  label,
  hint,
  error,
  mono = false,
  ...input
}: { label: string; hint?: string | undefined; error?: string | null; mono?: boolean } & Omit<
  ComponentProps<'textarea'>,
  'id' | 'className'
>) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <textarea
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
