import { useId } from 'react';
import { TextField } from '../../../ui/controls/TextField.tsx';
import { useNow } from '../../../ui/text/useNow.ts';
import { LIFETIME_CHOICES, lifetimeText } from '../draft/lifetime.ts';
import { parseLifetime } from '../draft/parseDraft.ts';
import styles from './LifetimeField.module.css';

/** Asks for the tunnel's lifetime: a common one or any number of minutes. Shows when the tunnel would end. */
export function LifetimeField({
  lifetime,
  error,
  onChange,
}: {
  lifetime: string;
  error: string | undefined;
  onChange: (lifetime: string) => void;
}) {
  const groupName = useId();
  const now = useNow(15_000);
  const parsed = parseLifetime(lifetime);
  const minutes = 'value' in parsed ? parsed.value : null;
  // An empty field is someone about to type. Any other invalid text, such as a link's, shows its error immediately.
  const shownError = error ?? ('error' in parsed && lifetime.trim() !== '' ? parsed.error : null);
  return (
    <fieldset className={styles.lifetime}>
      <legend>Lifetime</legend>
      <div className={styles.choices}>
        {LIFETIME_CHOICES.map((choice) => (
          <label key={choice.minutes} className={styles.choice}>
            <input
              type="radio"
              name={groupName}
              checked={minutes === choice.minutes}
              onChange={() => onChange(String(choice.minutes))}
            />
            {choice.label}
          </label>
        ))}
      </div>
      <TextField
        label="Custom (minutes)"
        inputMode="numeric"
        autoComplete="off"
        value={lifetime}
        error={shownError}
        hint={
          minutes === null
            ? 'The tunnel stops automatically when its lifetime ends.'
            : `${lifetimeText(minutes, now)}. You can’t extend a tunnel’s lifetime later.`
        }
        onChange={({ target }) => onChange(target.value)}
      />
    </fieldset>
  );
}
