import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { accessPointQueries } from '../../api/accessPoints.ts';
import { type ApiError, requestIdOf } from '../../api/http/errors.ts';
import { toRefusingSite } from '../../domain/site/accessPoint.ts';
import { withRecent } from '../../domain/site/savedAccessPoints.ts';
import { shortId } from '../../domain/text/id.ts';
import type { TunnelRequest } from '../../domain/tunnel/request.ts';
import { useSession } from '../../session/useSession.ts';
import { Icon } from '../../ui/Icon.tsx';
import { PossibleRefusersContext } from '../../ui/notices/PossibleRefusersContext.ts';
import { RequestId } from '../../ui/notices/RequestId.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { TunnelPath } from '../../ui/tunnel/TunnelPath.tsx';
import { useSavedAccessPoints } from '../../ui/useSavedAccessPoints.ts';
import { type Draft, isAccessPointId, isEmptyDraft, swappedSides } from './draft/draft.ts';
import { changeDraft, clearDraft, useDraft } from './draft/draftStore.ts';
import { effectiveLabel, suggestLabel } from './draft/label.ts';
import { changedFields, checkDraft, type FieldErrors, listenerContactText } from './draft/parseDraft.ts';
import { adjacentStep, errorsOfStep, firstInvalidStep, type Step, stepSearch } from './draft/steps.ts';
import { PresetList } from './presets/PresetList.tsx';
import { SaveOrShare } from './presets/SaveOrShare.tsx';
import { LeaveWarning } from './sending/LeaveWarning.tsx';
import { useSubmission } from './sending/useSubmission.ts';
import { InitiatorStep } from './steps/InitiatorStep.tsx';
import { ListenerStep } from './steps/ListenerStep.tsx';
import { ReviewStep } from './steps/ReviewStep.tsx';
import { SettingsStep } from './steps/SettingsStep.tsx';
import { StepList } from './steps/StepList.tsx';
import { useStepFocus } from './steps/useStepFocus.ts';
import styles from './Wizard.module.css';

/** The four steps around one draft. A step knows its fields; this knows the way between them. */
export function Wizard({ step }: { step: Step }) {
  const navigate = useNavigate();
  const draft = useDraft();
  // What one has asked to go on with: only then is said what is missing. A new object each time it is asked.
  const [asked, setAsked] = useState<{ step: Step } | null>(null);
  const [refused, setRefused] = useState<FieldErrors>({});
  const [refusal, setRefusal] = useState<ApiError | null>(null);
  const goTo = (next: Step) => void navigate({ search: stepSearch(next) });

  const initiator = useSide(draft.initiatorId);
  const listener = useSide(draft.listenerId);
  const label = effectiveLabel(draft, suggestLabel(initiator?.name ?? null, listener?.name ?? null));

  const showErrors = (errors: FieldErrors, byServer: ApiError | null) => {
    if (byServer) {
      setRefused(errors);
      setRefusal(byServer);
    }
    const wrong = firstInvalidStep(errors) ?? 'review';
    setAsked({ step: wrong });
    if (wrong !== step) goTo(wrong);
  };
  const [, changeShelf] = useSavedAccessPoints(useSession()?.identity.id ?? '');
  const client = useQueryClient();
  const rememberSides = (made: TunnelRequest) => {
    const ids = [made.initiatorAccessPointId, made.listenerAccessPointId];
    const sides = ids.flatMap((id) => client.getQueryData(accessPointQueries.detail(id).queryKey) ?? []);
    changeShelf((shelf) => withRecent(shelf, sides));
  };
  const submission = useSubmission(label, step === 'review', showErrors, rememberSides);
  const change = (changes: Partial<Draft>) => {
    changeDraft(changes);
    submission.clearError();
    const stale = changedFields(changes);
    setRefused((errors) => Object.fromEntries(Object.entries(errors).filter(([field]) => !stale.has(field))));
  };
  const goOn = () => {
    const errors = errorsOfStep(checkDraft(draft), step);
    const next = adjacentStep(step, 1);
    if (Object.keys(errors).length > 0) setAsked({ step });
    else if (next) goTo(next);
  };
  const startOver = () => {
    clearDraft();
    submission.clearError();
    setRefused({});
    setAsked(null);
    goTo('initiator');
  };

  const wrongNow = checkDraft(draft);
  const errors = { ...refused, ...(asked?.step === step ? errorsOfStep(wrongNow, step) : {}) };
  const wizard = useStepFocus(step, asked);
  const shared = { draft, errors, onChange: change, onNext: goOn };
  if (submission.isCreated) return <Created />;
  return (
    <>
      {submission.isSending && <LeaveWarning />}
      <div className={styles.header}>
        <PageHeader
          title="New tunnel"
          tabTitle={`New tunnel: ${step}`}
          description="Choose the two ends; Globus connects them. Your answers are kept in this tab."
          actions={
            !isEmptyDraft(draft) && (
              <>
                <button type="button" className="button" onClick={() => change(swappedSides(draft))}>
                  <Icon name="swap" /> Swap sides
                </button>
                <button type="button" className="button" onClick={startOver}>
                  Start over
                </button>
              </>
            )
          }
        />
      </div>
      <div ref={wizard} className={styles.layout}>
        <StepList current={step} errors={wrongNow} />
        <div className={`card ${styles.path}`}>
          <TunnelPath
            names={{
              initiator: initiator?.name ?? idOrNothing(draft.initiatorId),
              listener: listener?.name ?? idOrNothing(draft.listenerId),
              listenerContact: listenerContactText(draft),
            }}
          />
        </div>
        <section className={styles.step}>
          {Object.keys(errorsOfStep(refused, step)).length > 0 && <RefusedNotice error={refusal} />}
          {step === 'initiator' && <PresetList />}
          {step === 'initiator' && <InitiatorStep {...shared} />}
          {step === 'listener' && <ListenerStep {...shared} />}
          {step === 'settings' && <SettingsStep {...shared} label={label} />}
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

/** What is known of a chosen access point; null while it is not. */
function useSide(id: string) {
  return useQuery({ ...accessPointQueries.detail(id), enabled: isAccessPointId(id) }).data ?? null;
}

function idOrNothing(id: string): string {
  return isAccessPointId(id) ? shortId(id) : 'Not chosen yet';
}

/** One is taken back here from the last step: why, is to be seen where one arrives. */
function RefusedNotice({ error }: { error: ApiError | null }) {
  return (
    <div className={styles.serverErrors}>
      <p>
        <strong>The tunnel was not created.</strong> Globus did not accept what is marked below.
      </p>
      <RequestId id={requestIdOf(error)} />
    </div>
  );
}

function Created() {
  return (
    <>
      <PageHeader title="New tunnel" tabTitle="New tunnel" />
      <p role="status">The tunnel is made. Opening its page.</p>
    </>
  );
}
