import { useId } from 'react';
import { TextField } from '../../../ui/controls/TextField.tsx';
import type { StepProps } from '../draft/steps.ts';
import { LifetimeField } from './LifetimeField.tsx';
import { ListenerContactFields } from './ListenerContactFields.tsx';
import styles from './SettingsStep.module.css';
import { StepForm } from './StepForm.tsx';

/** Step 3: what it is called, how long it lives, and what else may be said now. */
export function SettingsStep({ draft, errors, onChange, onNext, label }: StepProps & { label: string }) {
  const restartId = useId();
  return (
    <StepForm
      step="settings"
      title="What is it called, and how long is it needed?"
      description="Everything here has a sensible answer already; change what you like."
      onNext={onNext}
    >
      <TextField
        label="Label"
        hint={
          draft.label === null && label !== ''
            ? 'Suggested from the two ends; how you will find the tunnel again.'
            : 'How you will find the tunnel again. Left empty, it goes by its id.'
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
          id={restartId}
          type="checkbox"
          checked={draft.restartable}
          aria-invalid={errors.restartable ? true : undefined}
          aria-describedby={`${restartId}-hint${errors.restartable ? ` ${restartId}-error` : ''}`}
          onChange={({ target }) => onChange({ restartable: target.checked })}
        />
        <div>
          <label htmlFor={restartId}>Restart after a failure</label>
          <p id={`${restartId}-hint`} className="muted small">
            When the tunnel fails before its time is over, Globus starts it again. Without this, a failure
            ends it and you make a new one.
          </p>
          {errors.restartable && (
            <p id={`${restartId}-error`} className={styles.error}>
              {errors.restartable}
            </p>
          )}
        </div>
      </div>
      <ListenerContactFields draft={draft} errors={errors} onChange={onChange} />
    </StepForm>
  );
}
