import { useId } from 'react';

/** A labeled choice of yes, no, or neither, which leaves it to the site. */
export function FlagField({
  label,
  hint,
  value,
  error,
  onChange,
}: {
  label: string;
  hint?: string | undefined;
  /** "yes", "no" or empty. */
  value: string;
  error: string | null;
  onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>
        <strong>{label}</strong>
      </label>
      <div>
        <select
          id={id}
          value={value}
          aria-invalid={error ? true : undefined}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => onChange(target.value)}
        >
          <option value="">Not set</option>
          <option value="yes">Yes</option>
          <option value="no">No</option>
        </select>
      </div>
      <p id={`${id}-hint`} className="small muted" aria-live="polite">
        {error ?? hint}
      </p>
    </div>
  );
}
