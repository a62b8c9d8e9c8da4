import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { ApiError, needsSignIn } from '../../../api/http/errors.ts';
import type { CreationFailure } from '../../../api/tunnels/createTunnel.ts';
import { tunnelFieldErrors } from '../../../api/tunnels/tunnelFieldErrors.ts';
import { tunnelMutations } from '../../../api/tunnels/tunnelMutations.ts';
import { routePaths } from '../../../config/routePaths.ts';
import type { TunnelRequest } from '../../../domain/tunnel/request.ts';
import { clearSignInReturn, isSignInReturn } from '../../../session/sign-in/signInReturn.ts';
import { wasInterrupted } from '../draft/draft.ts';
import { changeDraft, clearDraft, currentDraft } from '../draft/draftStore.ts';
import { checkDraft, type FieldErrors, toTunnelRequest } from '../draft/parseDraft.ts';

/**
 * Sends the draft, at most once at a time, and always under the submission id that belongs to the request, which
 * is kept before anything is sent. On success the tunnel's page takes the place of the wizard.
 *
 * @param label the label that counts
 * @param mayResume whether this page may go on by itself with what a demanded sign-in or a reload interrupted
 * @param onRefused told what is wrong with which field: by our own check, or by Globus, then with its error
 * @param onCreated told what was made, before its page opens
 */
export function useSubmission(
  label: string,
  mayResume: boolean,
  onRefused: (errors: FieldErrors, refusal: ApiError | null) => void,
  onCreated: (made: TunnelRequest) => void,
) {
  const navigate = useNavigate();
  const creation = useMutation({ ...tunnelMutations.create() });
  const [trouble, setTrouble] = useState<CreationFailure | null>(null);
  const [isCanceled, setCanceled] = useState(false);
  // What is being sent. State comes a moment too late for the second of two quick clicks.
  const sending = useRef<AbortController | null>(null);
  const submit = () => {
    if (sending.current) return;
    const draft = currentDraft();
    const attempt = toTunnelRequest(draft, label, () => crypto.randomUUID());
    if (!attempt) {
      onRefused(checkDraft(draft), null);
      return;
    }
    changeDraft({ attempt, sentAtMs: Date.now() });
    setTrouble(null);
    setCanceled(false);
    const controller = new AbortController();
    sending.current = controller;
    const isCurrent = () => currentDraft().attempt?.submissionId === attempt.submissionId;
    creation
      .mutateAsync(
        {
          ...attempt,
          signal: controller.signal,
          onRetry: setTrouble,
          onSubmissionIdRejected: () => {
            if (isCurrent()) changeDraft({ attempt: null });
          },
        },
        {
          // These two are called only while the wizard is still on the page.
          onSuccess: ({ id }) => {
            onCreated(attempt);
            void navigate(routePaths.tunnelConnect(id), { replace: true });
          },
          onError: (error) => {
            changeDraft({ resume: needsSignIn(error) });
            if (!(error instanceof ApiError)) return;
            const { messages } = tunnelFieldErrors(error);
            if (Object.keys(messages).length > 0) onRefused(messages, error);
          },
        },
      )
      .then(
        // Somebody who left may have begun another one meanwhile.
        () => isCurrent() && clearDraft(),
        () => undefined,
      )
      .finally(() => {
        if (sending.current === controller) sending.current = null;
      });
  };
  const cancel = () => {
    sending.current?.abort();
    sending.current = null;
    creation.reset();
    changeDraft({});
    setCanceled(true);
  };

  const [resumes] = useState(() => {
    const draft = currentDraft();
    return mayResume && ((isSignInReturn() && draft.resume) || wasInterrupted(draft, Date.now()));
  });
  const resume = useEffectEvent(() => submit());
  useEffect(() => {
    // Whatever happens next, only this very page load may send it; leaving the wizard gives that up too.
    changeDraft({});
    clearSignInReturn();
    const timer = resumes ? setTimeout(resume) : undefined;
    return () => {
      clearTimeout(timer);
      changeDraft({});
    };
  }, [resumes]);

  return {
    submit,
    /** Gives up asking. */
    cancel,
    isSending: creation.isPending,
    /** Why the last try failed, while another one follows. */
    lastFailure: creation.isPending ? trouble : null,
    /** Waits for the network to come back before it is sent. */
    isOffline: creation.isPaused,
    /** A person gave it up; whether Globus made it is not known. */
    isCanceled,
    isCreated: creation.isSuccess,
    /** What stands in no field. */
    error: tunnelFieldErrors(creation.error).isComplete ? null : creation.error,
    clearError: () => {
      setCanceled(false);
      if (creation.isError) creation.reset();
    },
  };
}
