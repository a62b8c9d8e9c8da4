import { AccessPointChooser } from '../choosing/AccessPointChooser.tsx';
import type { StepProps } from '../draft/steps.ts';
import { StepForm } from './StepForm.tsx';

/** Step 1: the side that starts the connection. */
export function InitiatorStep({ draft, errors, onChange, onNext }: StepProps) {
  return (
    <StepForm
      step="initiator"
      title="Where does the connection start?"
      description={
        <>
          <strong>Initiator</strong>: the side whose program starts the connection, for example a detector's
          software that sends its data out. Choose the access point near that program.
        </>
      }
      onNext={onNext}
    >
      <AccessPointChooser
        side="initiator"
        chosenId={draft.initiatorId}
        otherSide={{ name: 'listener', id: draft.listenerId }}
        error={errors.initiator}
        onChoose={(initiatorId) => onChange({ initiatorId })}
      />
    </StepForm>
  );
}
