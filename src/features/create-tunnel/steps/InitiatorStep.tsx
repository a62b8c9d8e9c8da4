import { AccessPointChooser } from '../choosing/AccessPointChooser.tsx';
import type { StepProps } from '../draft/steps.ts';
import { StepForm } from './StepForm.tsx';

/** Step 1: the side that opens the connection. */
export function InitiatorStep({ draft, errors, onChange, onNext }: StepProps) {
  return (
    <StepForm
      step="initiator"
      title="Where does the connection start?"
      description={
        <>
          Choose the access point near the program that connects, such as detector software that sends data.
          This side is the <strong>initiator</strong>.
        </>
      }
      onNext={onNext}
    >
      <AccessPointChooser
        side="initiator"
        chosenId={draft.initiatorId}
        otherSide={{ name: 'listener', label: 'Listener', id: draft.listenerId }}
        error={errors.initiator}
        onChoose={(initiatorId) => onChange({ initiatorId })}
      />
    </StepForm>
  );
}
