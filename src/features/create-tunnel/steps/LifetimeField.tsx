import { useId } from 'react';
import { TextField } from '../../../ui/controls/TextField.tsx';
import { useNow } from '../../../ui/text/useNow.ts';
import { LIFETIME_CHOICES, tunnelEndText } from '../draft/lifetime.ts';
import { checkLifetime, parseLifetime } from '../draft/parseDraft.ts';
import styles from './LifetimeField.module.css';

/** How long the tunnel lives: one of the usual lengths or any number of minutes, told as the clock time it ends at. */
export function LifetimeField({
  lifetime,
  error,
  onChange,
}: {
  lifetime: string;
  error: string | undefined;
  onChange: (lifetime: string) => void;
}) {
  const group = useId();
  const now = useNow(15_000);
  const minutes = parseLifetime(lifetime);
  // An empty field is somebody about to type; anything else that is wrong (a link's, say) is told at once.
  const wrong = error ?? (lifetime.trim() === '' ? null : checkLifetime(lifetime));
  return (
    <fieldset className={styles.lifetime}>
      <legend>Lifetime</legend>
      <div className={styles.choices}>
        {LIFETIME_CHOICES.map((preset) => (
          <label key={preset.minutes} className={styles.choice}>
            <input
              type="radio"
              name={group}
              checked={minutes === preset.minutes}
              onChange={() => onChange(String(preset.minutes))}
            />
            {preset.label}
          </label>
        ))}
      </div>
      <TextField
        label="In minutes"
        inputMode="numeric"
        autoComplete="off"
        value={lifetime}
        error={wrong}
        hint={
          minutes === null
            ? 'The tunnel ends by itself when its lifetime is over.'
            : `Created now, it ${tunnelEndText(minutes, now)}. A lifetime cannot be made longer later.`
        }
        onChange={({ target }) => onChange(target.value)}
      />
    </fieldset>
  );
}
