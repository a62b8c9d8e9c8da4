import { ApiError } from '../../../api/http/errors.ts';
import { intoView } from '../../../ui/intoView.ts';
import { ProblemNotice } from '../../../ui/notices/ProblemNotice.tsx';
import { useNow } from '../../../ui/text/useNow.ts';
import type { Draft } from '../draft/draft.ts';
import { endText } from '../draft/lifetime.ts';
import { contactOf, parseLifetime } from '../draft/parseDraft.ts';
import { SendingNote } from '../sending/SendingNote.tsx';
import type { useSubmission } from '../sending/useSubmission.ts';
import { ReviewPart } from './ReviewPart.tsx';
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
  const { submit, stop, isSending, isStopped, isOffline, trouble, error } = submission;
  const minutes = parseLifetime(draft.lifetime);
  const contact = contactOf(draft);
  // What a site asks for comes first: created again before that, it would be refused again.
  const isAsked = error instanceof ApiError && error.authorization !== null;
  const hasContactText = `${draft.listenerHost}${draft.listenerPort}`.trim() !== '';
  return (
    <StepForm
      step="review"
      title="Check, then create the tunnel"
      lede="Globus asks both sites. If one of them wants you to sign in again first, you come back to this page."
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
      <dl className={`card ${styles.parts}`}>
        <ReviewPart name="Initiator" step="initiator" what="the initiator">
          <ReviewSide id={draft.initiatorId} />
        </ReviewPart>
        <ReviewPart name="Listener" step="listener" what="the listener">
          <ReviewSide id={draft.listenerId} />
        </ReviewPart>
        <ReviewPart name="Label" step="settings" what="the label">
          {label.trim() ? <bdi>{label}</bdi> : <span className="muted">None; it goes by its id</span>}
        </ReviewPart>
        <ReviewPart name="Lifetime" step="settings" what="the lifetime">
          {minutes === null ? (
            <span className={styles.missing}>Not a number of minutes</span>
          ) : (
            `${minutes.toLocaleString('en')} minutes; created now, it ${endText(minutes, now)}`
          )}
        </ReviewPart>
        <ReviewPart name="After a failure" step="settings" what="what happens after a failure">
          {draft.restartable ? 'Globus starts it again' : 'It stays stopped'}
        </ReviewPart>
        <ReviewPart name="Listener's contact" step="settings" what="the listener's contact">
          {contact && <span className="mono">{contact}</span>}
          {!contact && hasContactText && <span className={styles.missing}>Not complete</span>}
          {!contact && !hasContactText && <span className="muted">Given later, on the tunnel's page</span>}
        </ReviewPart>
      </dl>
      {isSending && <SendingNote isOffline={isOffline} trouble={trouble} onStop={stop} />}
      {isStopped && (
        <p role="status">
          Stopped. Globus may have received it all the same; then the tunnel is in your list. Creating it
          again is safe: unchanged, it makes no second one.
        </p>
      )}
      {error != null && !isSending && (
        <div ref={intoView}>
          <ProblemNotice error={error} onRetry={submit} />
        </div>
      )}
    </StepForm>
  );
}
