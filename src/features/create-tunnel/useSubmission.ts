import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { ApiError } from '../../api/errors.ts';
import { tunnelMutations } from '../../api/tunnels.ts';
import { routePaths } from '../../config/routePaths.ts';
import { SessionEndedError } from '../../session/SessionEndedError.ts';
import { takeSignInReturn } from '../../session/signInReturn.ts';
import { changeDraft, clearDraft, currentDraft } from './draftStore.ts';
import { pinFieldErrors } from './serverFieldErrors.ts';
import { checkDraft, type FieldErrors, toTunnelRequest } from './toTunnelRequest.ts';

/**
 * Sends the draft, at most once at a time, and always under the submission id that belongs to the request, which
 * is kept before anything is sent. On success the tunnel's page takes the place of the wizard.
 *
 * @param label the label that counts
 * @param mayResume whether this page may go on by itself with what a demanded sign-in interrupted
 * @param onRefused told what is wrong with which field, by our own check or by Globus'
 */
export function useSubmission(
  label: string,
  mayResume: boolean,
  onRefused: (errors: FieldErrors, byServer: boolean) => void,
) {
  const navigate = useNavigate();
  const creation = useMutation({ ...tunnelMutations.create() });
  // State comes a moment too late for the second of two quick clicks.
  const isSending = useRef(false);

  const submit = () => {
    if (isSending.current) return;
    const draft = currentDraft();
    const attempt = toTunnelRequest(draft, label, () => crypto.randomUUID());
    if (!attempt) {
      onRefused(checkDraft(draft), false);
      return;
    }
    changeDraft({ attempt });
    isSending.current = true;
    creation
      .mutateAsync(attempt, {
        // These two are called only while the wizard is still on the page.
        onSuccess: ({ id }) => void navigate(routePaths.tunnelConnect(id), { replace: true }),
        onError: (error) => {
          if (needsSignIn(error)) changeDraft({ resume: true });
          const { errors } = pinFieldErrors(error instanceof ApiError ? error.fieldErrors : []);
          if (Object.keys(errors).length > 0) onRefused(errors, true);
        },
      })
      .then(
        () => {
          // Somebody who left may have begun another one meanwhile.
          if (currentDraft().attempt?.submissionId === attempt.submissionId) clearDraft();
        },
        () => undefined,
      )
      .finally(() => {
        isSending.current = false;
      });
  };

  const [resumes] = useState(() => takeSignInReturn() && mayResume && currentDraft().resume);
  const resume = useEffectEvent(() => submit());
  useEffect(() => {
    // Whatever happens next, only this very return may send it; leaving the wizard gives that up too.
    changeDraft({ resume: false });
    const timer = resumes ? setTimeout(resume) : undefined;
    return () => {
      clearTimeout(timer);
      changeDraft({ resume: false });
    };
  }, [resumes]);

  return {
    submit,
    isSending: creation.isPending,
    /** Waits for the network to come back before it is sent. */
    isOffline: creation.isPaused,
    isCreated: creation.isSuccess,
    /** What stands in no field. */
    error: isAllPinned(creation.error) ? null : creation.error,
    forgetError: () => creation.isError && creation.reset(),
  };
}

function needsSignIn(error: unknown): boolean {
  if (error instanceof ApiError) return error.kind === 'step-up' || error.kind === 'unauthorized';
  return error instanceof SessionEndedError;
}

function isAllPinned(error: unknown): boolean {
  return error instanceof ApiError && pinFieldErrors(error.fieldErrors).complete;
}
