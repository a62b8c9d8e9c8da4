import { needsSignIn } from '../../../api/http/errors.ts';
import type { CreateTunnelOptions, CreationFailure } from '../../../api/tunnels/createTunnel.ts';
import type { TunnelRequest } from '../../../domain/tunnel/request.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { hasSameSettings } from '../draft/draft.ts';
import { changeDraft, clearDraft, currentDraft } from '../draft/draftStore.ts';
import { unattendedResult } from './unattendedResult.ts';

/** The wizard on the page, which shows what becomes of its draft. */
export interface Follower {
  onRetry: (failure: CreationFailure) => void;
  onCreated: (tunnel: Tunnel, request: TunnelRequest) => void;
  onFailed: (error: unknown) => void;
}

// Outside React, because a request continues when the person leaves the wizard.
const inProgress = new Map<string, AbortController>();
let follower: Follower | null = null;

/** Makes a wizard the one that shows results; returns the function that ends this. */
export function followCreations(next: Follower): () => void {
  follower = next;
  return () => {
    if (follower === next) follower = null;
  };
}

/** Whether a request with this submission ID is on its way. */
export function isInProgress(submissionId: string): boolean {
  return inProgress.has(submissionId);
}

/** Stops a request. Globus may already have received it. */
export function cancelCreation(submissionId: string): void {
  inProgress.get(submissionId)?.abort();
  inProgress.delete(submissionId);
}

/**
 * Sends the draft's request and handles its result. A result that arrives late, when the draft has changed or the
 * wizard is closed, never changes another draft and never opens a page: it becomes the {@link unattendedResult}.
 *
 * @param request what the draft describes; the draft must already contain it as its `attempt`
 * @param create sends it until Globus responds
 */
export async function sendCreation(
  request: TunnelRequest,
  create: (options: CreateTunnelOptions) => Promise<Tunnel>,
): Promise<void> {
  const { submissionId, label } = request;
  const sent = currentDraft();
  const controller = new AbortController();
  const { signal } = controller;
  const isDraftUnchanged = () => {
    const draft = currentDraft();
    return draft.attempt?.submissionId === submissionId && hasSameSettings(draft, sent);
  };
  const currentFollower = () => (!signal.aborted && isDraftUnchanged() ? follower : null);
  inProgress.set(submissionId, controller);
  try {
    const tunnel = await create({
      ...request,
      signal,
      onRetry: (failure) => currentFollower()?.onRetry(failure),
    });
    const wizard = currentFollower();
    if (wizard) wizard.onCreated(tunnel, request);
    else unattendedResult.set({ status: 'created', label, tunnelId: tunnel.id });
    if (!signal.aborted && isDraftUnchanged()) clearDraft();
  } catch (error) {
    if (signal.aborted) return;
    const wizard = currentFollower();
    if (wizard) {
      changeDraft({ resume: needsSignIn(error) });
      wizard.onFailed(error);
    } else unattendedResult.set({ status: 'failed', label, error, isDraftKept: isDraftUnchanged() });
  } finally {
    if (inProgress.get(submissionId) === controller) inProgress.delete(submissionId);
  }
}
