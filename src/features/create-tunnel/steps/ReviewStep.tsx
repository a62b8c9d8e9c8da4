import { ApiError } from '../../../api/http/errors.ts';
import { ProblemNotice } from '../../../ui/notices/ProblemNotice.tsx';
import { scrollIntoViewRef } from '../../../ui/scrollIntoViewRef.ts';
import { useNow } from '../../../ui/text/useNow.ts';
import type { Draft } from '../draft/draft.ts';
import { tunnelEndText } from '../draft/lifetime.ts';
import { listenerContactText, parseLifetime } from '../draft/parseDraft.ts';
import { SubmissionStatus } from '../sending/SubmissionStatus.tsx';
import type { useSubmission } from '../sending/useSubmission.ts';
import { ReviewItem } from './ReviewItem.tsx';
import { ReviewSide } from './ReviewSide.tsx';
import styles from './ReviewStep.module.css';
import { StepForm } from './StepForm.tsx';

/** Step 4: everything once more, each part with a way to change it, and the button that makes the tunnel. */
export function ReviewStep({
  draft,
  label,
  submission,
}: {
  draft: Draft;
  label: string;
  submission: ReturnType<typeof useSubmission>;
}) {
  const now = useNow(15_000);
  const { submit, cancel, isSending, isCanceled, isOffline, lastFailure, error } = submission;
  const minutes = parseLifetime(draft.lifetime);
  const contact = listenerContactText(draft);
  // What a site asks for comes first: created again before that, it would be refused again.
  const isAsked = error instanceof ApiError && error.authorization !== null;
  const hasContactText = `${draft.listenerHost}${draft.listenerPort}`.trim() !== '';
  return (
    <StepForm
      step="review"
      title="Check, then create the tunnel"
      description="Globus asks both sites. If one of them wants you to sign in again first, you come back to this page."
      onNext={submit}
      action={
        <button
          type="submit"
          className={`button large ${isAsked ? '' : 'primary'}`}
          aria-disabled={isSending}
        >
          {isSending ? 'Creating tunnel' : 'Create tunnel'}
        </button>
      }
    >
      {draft.initiatorId !== '' && draft.initiatorId === draft.listenerId && (
        <p className={styles.warning}>
          Both ends are the same access point. That is allowed, but rarely what one wants.
        </p>
      )}
      <dl className={`card ${styles.items}`}>
        <ReviewItem name="Initiator" step="initiator" changeLabel="the initiator">
          <ReviewSide id={draft.initiatorId} />
        </ReviewItem>
        <ReviewItem name="Listener" step="listener" changeLabel="the listener">
          <ReviewSide id={draft.listenerId} />
        </ReviewItem>
        <ReviewItem name="Label" step="settings" changeLabel="the label">
          {label.trim() ? <bdi>{label}</bdi> : <span className="muted">None; it goes by its id</span>}
        </ReviewItem>
        <ReviewItem name="Lifetime" step="settings" changeLabel="the lifetime">
          {minutes === null ? (
            <span className={styles.missing}>Not a number of minutes</span>
          ) : (
            `${minutes.toLocaleString('en')} minutes; created now, it ${tunnelEndText(minutes, now)}`
          )}
        </ReviewItem>
        <ReviewItem name="After a failure" step="settings" changeLabel="what happens after a failure">
          {draft.restartable ? 'Globus starts it again' : 'It stays stopped'}
        </ReviewItem>
        <ReviewItem name="Listener's contact" step="settings" changeLabel="the listener's contact">
          {contact && <span className="mono">{contact}</span>}
          {!contact && hasContactText && <span className={styles.missing}>Not complete</span>}
          {!contact && !hasContactText && <span className="muted">Given later, on the tunnel's page</span>}
        </ReviewItem>
      </dl>
      {isSending && <SubmissionStatus isOffline={isOffline} lastFailure={lastFailure} onCancel={cancel} />}
      {isCanceled && (
        <p role="status">
          Stopped. Globus may have received it all the same; then the tunnel is in your list. Creating it
          again is safe: unchanged, it makes no second one.
        </p>
      )}
      {error != null && !isSending && (
        <div ref={scrollIntoViewRef}>
          <ProblemNotice error={error} onRetry={submit} />
        </div>
      )}
    </StepForm>
  );
}
