import { useMutation, useMutationState } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { ApiError } from '../../../api/http/errors.ts';
import type { CreateTunnelOptions, CreationFailure } from '../../../api/tunnels/createTunnel.ts';
import { tunnelFieldErrors } from '../../../api/tunnels/tunnelFieldErrors.ts';
import { tunnelMutations } from '../../../api/tunnels/tunnelMutations.ts';
import { CREATE_TUNNEL_MUTATION_KEY } from '../../../api/tunnels/tunnels.ts';
import { UnconfirmedCreationError } from '../../../api/tunnels/UnconfirmedCreationError.ts';
import { routePaths } from '../../../config/routePaths.ts';
import type { TunnelRequest } from '../../../domain/tunnel/request.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { clearSignInReturn, isSignInReturn } from '../../../session/sign-in/signInReturn.ts';
import { wasInterrupted } from '../draft/draft.ts';
import { changeDraft, clearDraft, currentDraft, useDraft } from '../draft/draftStore.ts';
import { type FieldErrors, parseDraft, withSubmissionId } from '../draft/parseDraft.ts';
import { cancelCreation, followCreations, isInProgress, sendCreation } from './creations.ts';
import { unattendedResult } from './unattendedResult.ts';
import { useCreationCheck } from './useCreationCheck.ts';

/**
 * Sends the draft, at most once at a time and always under the submission ID that belongs to the request, which is
 * stored before anything is sent. When the tunnel is created, its page replaces the wizard.
 *
 * @param label the label that applies
 * @param mayResume whether this page may resume what a required sign-in or a reload interrupted
 * @param onInvalid called with the errors by field: from our own check, or from Globus, then with its error, which may also
 *   be about other parts of the request
 * @param onCreated called with what was created, before its page opens
 */
export function useSubmission(
  label: string,
  mayResume: boolean,
  onInvalid: (errors: FieldErrors, serverError: ApiError | null) => void,
  onCreated: (request: TunnelRequest) => void,
) {
  const navigate = useNavigate();
  const { attempt } = useDraft();
  const { mutateAsync: create } = useMutation(tunnelMutations.create());
  const sending = useCreationInProgress(attempt);
  const [lastFailure, setLastFailure] = useState<CreationFailure | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isCanceled, setCanceled] = useState(false);
  const [isCreated, setCreated] = useState(false);
  const reset = () => {
    setLastFailure(null);
    setError(null);
    setCanceled(false);
  };

  const submit = () => {
    const draft = currentDraft();
    const { request: wanted, errors } = parseDraft(draft, label);
    if (!wanted) return onInvalid(errors, null);
    const request = withSubmissionId(wanted, draft.attempt, () => crypto.randomUUID());
    // The second of two quick clicks comes before this renders again.
    if (isInProgress(request.submissionId)) return;
    reset();
    unattendedResult.set(null);
    changeDraft({ attempt: request, sentAtMs: Date.now() });
    void sendCreation(request, create);
  };
  const cancel = () => {
    if (attempt) cancelCreation(attempt.submissionId);
    changeDraft({});
    setCanceled(true);
  };

  const createAnother = () => {
    changeDraft({ attempt: null });
    submit();
  };

  const showCreated = useEffectEvent(({ id }: Tunnel, request: TunnelRequest) => {
    onCreated(request);
    setCreated(true);
    void navigate(routePaths.tunnelConnect(id), { replace: true });
  });
  const showFailure = useEffectEvent((failure: unknown) => {
    setError(failure);
    if (!(failure instanceof ApiError)) return;
    if (failure.fieldErrors.length > 0) onInvalid(tunnelFieldErrors(failure).messages, failure);
  });
  const unconfirmed = error instanceof UnconfirmedCreationError ? error : null;
  const check = useCreationCheck(sending ? null : unconfirmed);
  const found = check?.tunnel ?? null;
  const showFound = useEffectEvent((tunnel: Tunnel) => {
    if (!attempt) return;
    clearDraft();
    showCreated(tunnel, attempt);
  });
  useEffect(() => {
    if (found) showFound(found);
  }, [found]);

  const [resumes] = useState(() => {
    const draft = currentDraft();
    return mayResume && ((isSignInReturn() && draft.resume) || wasInterrupted(draft, Date.now()));
  });
  const resume = useEffectEvent(() => submit());
  useEffect(() => {
    const stopFollowing = followCreations({
      onRetry: setLastFailure,
      onCreated: (tunnel, request) => showCreated(tunnel, request),
      onFailed: (failure) => showFailure(failure),
    });
    // From here on only this page load may resume it. Leaving the wizard gives that up, too.
    changeDraft(isSendingDraft() ? { sentAtMs: Date.now() } : {});
    clearSignInReturn();
    const timer = resumes ? setTimeout(resume) : undefined;
    return () => {
      clearTimeout(timer);
      changeDraft({});
      stopFollowing();
    };
  }, [resumes]);

  return {
    submit,
    /** Stops waiting and retrying. */
    cancel,
    isSending: sending !== null,
    /** Why the last try failed, if it is followed by another one. */
    lastFailure: sending ? lastFailure : null,
    /** Waits for the network before it is sent. */
    isOffline: sending?.isPaused ?? false,
    /** Canceled by the person. Whether Globus created the tunnel is unknown. */
    isCanceled,
    isCreated,
    /** The error, unless it is about fields, which `onInvalid` got, and no tunnel can have been created. */
    error: error instanceof ApiError && error.fieldErrors.length > 0 && !unconfirmed ? null : error,
    /** What the list shows while it is unknown whether the tunnel was created; null otherwise. */
    check,
    /** Sends the same request under a new submission ID: if the tunnel exists, this is a second one. */
    createAnother,
    clearError: () => {
      setError(null);
      setCanceled(false);
    },
  };
}

/** Returns the state of the draft's request while it is on its way, also if an earlier wizard sent it; else null. */
function useCreationInProgress(attempt: TunnelRequest | null): { isPaused: boolean } | null {
  const pending = useMutationState({
    filters: { mutationKey: CREATE_TUNNEL_MUTATION_KEY, status: 'pending' },
    select: ({ state: { variables, isPaused } }) => ({
      creation: variables as CreateTunnelOptions,
      isPaused,
    }),
  });
  const own = pending.find(
    ({ creation }) => creation.submissionId === attempt?.submissionId && !creation.signal?.aborted,
  );
  return own ?? null;
}

function isSendingDraft(): boolean {
  const { attempt } = currentDraft();
  return attempt !== null && isInProgress(attempt.submissionId);
}
