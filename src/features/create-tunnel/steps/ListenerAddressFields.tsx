import { TextField } from '../../../ui/controls/TextField.tsx';
import type { StepProps } from '../draft/steps.ts';
import styles from './ListenerAddressFields.module.css';

/** Asks for the listener address, if the person knows it already. IP address and port go together. */
export function ListenerAddressFields({ draft, errors, onChange }: Omit<StepProps, 'onNext'>) {
  return (
    <fieldset className={styles.address}>
      <legend>Listener address (optional)</legend>
      <p className="muted small">
        The IP address and port of your listening program, as seen from its own site. If you don’t know it
        yet, you can enter it later on the tunnel’s page or on the listener’s host.
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
