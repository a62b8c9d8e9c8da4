import { TextField } from '../../../ui/controls/TextField.tsx';
import type { StepProps } from '../draft/steps.ts';
import styles from './ListenerContactFields.module.css';

/** Where the waiting program is reached, for those who know it now. Host and port go together. */
export function ListenerContactFields({ draft, errors, onChange }: Omit<StepProps, 'onNext'>) {
  return (
    <fieldset className={styles.contact}>
      <legend>Listener's contact (optional)</legend>
      <p className="muted small">
        Where the waiting program is reached, as seen from its own site. Given now, the tunnel starts as soon
        as it is set up; otherwise you give it on the tunnel's page, or on the listener's host.
      </p>
      <div className={styles.fields}>
        <TextField
          label="IP address"
          mono
          placeholder="192.0.2.10"
          autoComplete="off"
          spellCheck={false}
          value={draft.listenerHost}
          error={errors.listenerHost ?? null}
          onChange={({ target }) => onChange({ listenerHost: target.value })}
        />
        <TextField
          label="Port"
          mono
          inputMode="numeric"
          placeholder="5000"
          autoComplete="off"
          value={draft.listenerPort}
          error={errors.listenerPort ?? null}
          onChange={({ target }) => onChange({ listenerPort: target.value })}
        />
      </div>
    </fieldset>
  );
}
