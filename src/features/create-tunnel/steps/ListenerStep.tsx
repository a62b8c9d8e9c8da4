import { AccessPointChooser } from '../choosing/AccessPointChooser.tsx';
import type { StepProps } from '../draft/steps.ts';
import { StepForm } from './StepForm.tsx';

/** Step 2: the side that waits for the connection. */
export function ListenerStep({ draft, errors, onChange, onNext }: StepProps) {
  return (
    <StepForm
      step="listener"
      title="Where does the connection go?"
      description={
        <>
          Choose the access point near the program that waits for connections, such as an analysis job on a
          cluster. This side is the <strong>listener</strong>.
        </>
      }
      onNext={onNext}
    >
      <AccessPointChooser
        side="listener"
        chosenId={draft.listenerId}
        otherSide={{ name: 'initiator', label: 'Initiator', id: draft.initiatorId }}
        error={errors.listener}
        onChoose={(listenerId) => onChange({ listenerId })}
      />
    </StepForm>
  );
}
