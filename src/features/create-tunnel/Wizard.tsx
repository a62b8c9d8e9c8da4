import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { accessPointQueries } from '../../api/accessPoints.ts';
import type { ApiError } from '../../api/http/errors.ts';
import { toRefusingSite } from '../../domain/site/accessPoint.ts';
import { shortId } from '../../domain/text/id.ts';
import { PossibleRefusersContext } from '../../ui/notices/PossibleRefusersContext.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { TunnelPath } from '../../ui/tunnel/TunnelPath.tsx';
import { useUrlState } from '../../ui/useUrlState.ts';
import { type Draft, isAccessPointId, swappedSides } from './draft/draft.ts';
import { changeDraft, clearDraft, useDraft } from './draft/draftStore.ts';
import { effectiveLabel, suggestLabel } from './draft/label.ts';
import { changedFields, type FieldErrors, listenerAddressText, parseDraft } from './draft/parseDraft.ts';
import { adjacentStep, errorsOfStep, firstInvalidStep, type Step } from './draft/steps.ts';
import { wizardUrl } from './draft/wizardUrl.ts';
import { PresetList } from './presets/PresetList.tsx';
import { SaveOrShare } from './presets/SaveOrShare.tsx';
import { LeaveWhileCreating } from './sending/LeaveWhileCreating.tsx';
import { RejectedFieldsNotice } from './sending/RejectedFieldsNotice.tsx';
import { StopCreatingDialog } from './sending/StopCreatingDialog.tsx';
import { SubmissionStatus } from './sending/SubmissionStatus.tsx';
import { useStopFirst } from './sending/useStopFirst.ts';
import { useSubmission } from './sending/useSubmission.ts';
import { InitiatorStep } from './steps/InitiatorStep.tsx';
import { ListenerStep } from './steps/ListenerStep.tsx';
import { ReviewStep } from './steps/ReviewStep.tsx';
import { SettingsStep } from './steps/SettingsStep.tsx';
import { StepList } from './steps/StepList.tsx';
import { useStepFocus } from './steps/useStepFocus.ts';
import { useSaveRecent } from './useSaveRecent.ts';
import styles from './Wizard.module.css';
import { WizardHeader } from './WizardHeader.tsx';

/** The four steps that fill in one draft, and what sends it. */
export function Wizard({ step }: { step: Step }) {
  const [, changeUrl] = useUrlState(wizardUrl);
  const goTo = (next: Step) => changeUrl({ step: next }, 'push');
  const draft = useDraft();
  // Errors show only after a person tries to continue. A new object each time, so that the focus moves again.
  const [checked, setChecked] = useState<{ step: Step } | null>(null);
  const [serverErrors, setServerErrors] = useState<FieldErrors>({});
  const [rejection, setRejection] = useState<ApiError | null>(null);

  const initiator = useAccessPoint(draft.initiatorId);
  const listener = useAccessPoint(draft.listenerId);
  const label = effectiveLabel(draft, suggestLabel(initiator?.name ?? null, listener?.name ?? null));
  const { errors: draftErrors } = parseDraft(draft, label);

  const showErrors = (found: FieldErrors, serverError: ApiError | null) => {
    if (serverError) {
      setServerErrors(found);
      setRejection(serverError);
    }
    const invalidStep = firstInvalidStep(found) ?? 'review';
    setChecked({ step: invalidStep });
    if (invalidStep !== step) goTo(invalidStep);
  };
  const submission = useSubmission(label, step === 'review', showErrors, useSaveRecent());
  const { isSending, isOffline, lastFailure, cancel } = submission;
  const { question, stopFirst } = useStopFirst(isSending, cancel);

  const change = (changes: Partial<Draft>) => {
    changeDraft(changes);
    submission.clearError();
    const changed = changedFields(changes);
    setServerErrors((before) =>
      Object.fromEntries(Object.entries(before).filter(([field]) => !changed.has(field))),
    );
  };
  const goNext = () => {
    const next = adjacentStep(step, 1);
    if (Object.keys(errorsOfStep(draftErrors, step)).length > 0) setChecked({ step });
    else if (next) goTo(next);
  };
  const startOver = () => {
    clearDraft();
    submission.clearError();
    setServerErrors({});
    setRejection(null);
    setChecked(null);
    goTo('initiator');
  };

  const errors = { ...serverErrors, ...(checked?.step === step ? errorsOfStep(draftErrors, step) : {}) };
  const wizard = useStepFocus(step, checked);
  const stepProps = {
    draft,
    errors,
    onChange: (changes: Partial<Draft>) => stopFirst('Stop and edit', () => change(changes)),
    onNext: goNext,
  };
  if (submission.isCreated) return <Created />;
  return (
    <>
      {isSending && <LeaveWhileCreating />}
      {question && <StopCreatingDialog {...question} />}
      <WizardHeader
        step={step}
        draft={draft}
        onSwap={() => stopFirst('Stop and swap sides', () => change(swappedSides(draft)))}
        onStartOver={() => stopFirst('Stop and start over', startOver)}
      />
      <div ref={wizard} className={styles.layout}>
        <StepList current={step} errors={{ ...serverErrors, ...draftErrors }} />
        <div className={`card ${styles.path}`}>
          <TunnelPath
            names={{
              initiator: initiator?.name ?? idText(draft.initiatorId),
              listener: listener?.name ?? idText(draft.listenerId),
              listenerContact: listenerAddressText(draft),
            }}
          />
        </div>
        <section className={styles.step}>
          {!isSending && <RejectedFieldsNotice step={step} rejection={rejection} errors={serverErrors} />}
          {isSending && step !== 'review' && (
            <SubmissionStatus isOffline={isOffline} lastFailure={lastFailure} onCancel={cancel} />
          )}
          {step === 'initiator' && <PresetList />}
          {step === 'initiator' && <InitiatorStep {...stepProps} />}
          {step === 'listener' && <ListenerStep {...stepProps} />}
          {step === 'settings' && <SettingsStep {...stepProps} label={label} />}
          {step === 'review' && (
            <PossibleRefusersContext
              value={[initiator, listener].flatMap((side) => (side ? [toRefusingSite(side)] : []))}
            >
              <ReviewStep draft={draft} label={label} submission={submission} />
              <SaveOrShare draft={draft} label={label} />
            </PossibleRefusersContext>
          )}
        </section>
      </div>
    </>
  );
}

/** Loads a chosen access point; null while it is unknown. */
function useAccessPoint(id: string) {
  return useQuery({ ...accessPointQueries.detail(id), enabled: isAccessPointId(id) }).data ?? null;
}

function idText(id: string): string {
  return isAccessPointId(id) ? shortId(id) : 'Not selected';
}

function Created() {
  return (
    <>
      <PageHeader title="New tunnel" tabTitle="New tunnel" />
      <p role="status">Tunnel created. Opening its page…</p>
    </>
  );
}
