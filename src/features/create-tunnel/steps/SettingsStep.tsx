import { useId } from 'react';
import { TextField } from '../../../ui/controls/TextField.tsx';
import type { StepProps } from '../draft/steps.ts';
import { LifetimeField } from './LifetimeField.tsx';
import { ListenerAddressFields } from './ListenerAddressFields.tsx';
import styles from './SettingsStep.module.css';
import { StepForm } from './StepForm.tsx';

/** Step 3: label, lifetime, and optional settings. */
export function SettingsStep({ draft, errors, onChange, onNext, label }: StepProps & { label: string }) {
  const checkboxId = useId();
  return (
    <StepForm
      step="settings"
      title="Name and lifetime"
      description="The defaults work for most tunnels."
      onNext={onNext}
    >
      <TextField
        label="Label"
        hint={
          draft.label === null && label !== ''
            ? 'Suggested from the access point names. Helps you find the tunnel later.'
            : 'Helps you find the tunnel later. Without a label, lists show its ID.'
        }
        value={label}
        error={errors.label ?? null}
        dir="auto"
        autoComplete="off"
        onChange={({ target }) => onChange({ label: target.value })}
      />
      <LifetimeField
        lifetime={draft.lifetime}
        error={errors.lifetime}
        onChange={(lifetime) => onChange({ lifetime })}
      />
      <div className={styles.check}>
        <input
          id={checkboxId}
          type="checkbox"
          checked={draft.restartable}
          aria-invalid={errors.restartable ? true : undefined}
          aria-describedby={`${checkboxId}-hint${errors.restartable ? ` ${checkboxId}-error` : ''}`}
          onChange={({ target }) => onChange({ restartable: target.checked })}
        />
        <div>
          <label htmlFor={checkboxId}>Restart after a failure</label>
          <p id={`${checkboxId}-hint`} className="muted small">
            If the tunnel fails before its lifetime ends, Globus restarts it. Otherwise, you’ll need to create
            a new tunnel.
          </p>
          {errors.restartable && (
            <p id={`${checkboxId}-error`} className={styles.error}>
              {errors.restartable}
            </p>
          )}
        </div>
      </div>
      <ListenerAddressFields draft={draft} errors={errors} onChange={onChange} />
    </StepForm>
  );
}
