import { AccessPointChooser } from '../choosing/AccessPointChooser.tsx';
import type { StepProps } from '../draft/steps.ts';
import { StepForm } from './StepForm.tsx';

/** Step 2: the side that waits for the connection. */
export function ListenerStep({ draft, errors, onChange, onNext }: StepProps) {
  return (
    <StepForm
      step="listener"
      title="Where does the connection arrive?"
      description={
        <>
          <strong>Listener</strong>: the side whose program waits for the connection, for example an analysis
          running on a cluster. Choose the access point near that program.
        </>
      }
      onNext={onNext}
    >
      <AccessPointChooser
        side="listener"
        chosenId={draft.listenerId}
        otherSide={{ name: 'initiator', id: draft.initiatorId }}
        error={errors.listener}
        onChoose={(listenerId) => onChange({ listenerId })}
      />
    </StepForm>
  );
}
