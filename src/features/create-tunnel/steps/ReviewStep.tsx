import { ApiError } from '../../../api/http/errors.ts';
import { Notice } from '../../../ui/notices/Notice.tsx';
import { ProblemNotice } from '../../../ui/notices/ProblemNotice.tsx';
import { scrollIntoViewRef } from '../../../ui/scrollIntoViewRef.ts';
import type { Draft } from '../draft/draft.ts';
import { hasListenerAddress, listenerAddressText } from '../draft/parseDraft.ts';
import { SubmissionStatus } from '../sending/SubmissionStatus.tsx';
import { UnconfirmedNotice } from '../sending/UnconfirmedNotice.tsx';
import type { useSubmission } from '../sending/useSubmission.ts';
import { ReviewItem } from './ReviewItem.tsx';
import { ReviewLifetime } from './ReviewLifetime.tsx';
import { ReviewSide } from './ReviewSide.tsx';
import styles from './ReviewStep.module.css';
import { StepForm } from './StepForm.tsx';

/** Step 4: all settings, each with a link to change it, and the button that creates the tunnel. */
export function ReviewStep({
  draft,
  label,
  submission,
}: {
  draft: Draft;
  label: string;
  submission: ReturnType<typeof useSubmission>;
}) {
  const { submit, cancel, isSending, isCanceled, isOffline, lastFailure, error, check } = submission;
  const address = listenerAddressText(draft);
  // What a site requires comes first: without it, the same request would be refused again.
  const isSignInRequired = error instanceof ApiError && error.authorization !== null;
  return (
    <StepForm
      step="review"
      title="Review and create"
      description="Globus checks both sites’ policies. If a site requires you to sign in again, you’ll return to this page."
      onNext={submit}
      action={
        <button
          type="submit"
          className={`button large ${isSignInRequired ? '' : 'primary'}`}
          aria-disabled={isSending}
        >
          {isSending ? 'Creating tunnel…' : 'Create tunnel'}
        </button>
      }
    >
      {draft.initiatorId !== '' && draft.initiatorId === draft.listenerId && (
        <Notice tone="warning" role="none">
          <p>Both sides use the same access point. This is allowed but unusual.</p>
        </Notice>
      )}
      <dl className={`card ${styles.items}`}>
        <ReviewItem name="Initiator" step="initiator" changeLabel="the initiator">
          <ReviewSide id={draft.initiatorId} />
        </ReviewItem>
        <ReviewItem name="Listener" step="listener" changeLabel="the listener">
          <ReviewSide id={draft.listenerId} />
        </ReviewItem>
        <ReviewItem name="Label" step="settings" changeLabel="the label">
          {label.trim() ? <bdi>{label}</bdi> : <span className="muted">None (lists show its ID)</span>}
        </ReviewItem>
        <ReviewItem name="Lifetime" step="settings" changeLabel="the lifetime">
          <ReviewLifetime lifetime={draft.lifetime} />
        </ReviewItem>
        <ReviewItem
          name="Restart after a failure"
          step="settings"
          changeLabel="whether to restart after a failure"
        >
          {draft.restartable ? 'Yes' : 'No'}
        </ReviewItem>
        <ReviewItem name="Listener address" step="settings" changeLabel="the listener address">
          {address && <span className="mono">{address}</span>}
          {!address && hasListenerAddress(draft) && <span className={styles.missing}>Incomplete</span>}
          {!address && !hasListenerAddress(draft) && <span className="muted">Enter it later</span>}
        </ReviewItem>
      </dl>
      {isSending && <SubmissionStatus isOffline={isOffline} lastFailure={lastFailure} onCancel={cancel} />}
      {isCanceled && (
        <p role="status">
          Canceled. Globus may already have received the request, so check your list of tunnels. If you create
          it again without changes, you won’t get a duplicate tunnel.
        </p>
      )}
      {error != null && !isSending && (
        <div ref={scrollIntoViewRef}>
          {check ? (
            <UnconfirmedNotice
              error={error}
              check={check}
              onRetry={submit}
              onCreateAnother={submission.createAnother}
            />
          ) : (
            <ProblemNotice error={error} onRetry={submit} />
          )}
        </div>
      )}
    </StepForm>
  );
}
