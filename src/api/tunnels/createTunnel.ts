import type { TunnelRequest } from '../../domain/tunnel/request.ts';
import type { Tunnel } from '../../domain/tunnel/tunnel.ts';
import { abortableDelay } from '../http/abortableDelay.ts';
import { ApiError, type ApiErrorKind } from '../http/errors.ts';
import { request } from '../http/http.ts';
import { isRetryable, retryDelayMs } from '../http/retry.ts';
import { fetchTunnels } from './list/list.ts';
import { TunnelDocument, toTunnel, tunnelCreateBody } from './tunnelDocument.ts';

/** An attempt that failed, and when the next one is due. */
export interface CreationFailure {
  error: ApiError;
  /** Milliseconds since the epoch. */
  nextRetryAtMs: number;
}

/** A tunnel to create, and who follows its creation. */
export interface CreateTunnelOptions extends TunnelRequest {
  /** Aborts the creation. Globus may already have received the request. */
  signal?: AbortSignal;
  /** Called for each failure that is followed by a retry. */
  onRetry?: (failure: CreationFailure) => void;
  /** Called when Globus may have rejected the submission ID itself: the next attempt needs another one. */
  onSubmissionIdRejected?: () => void;
}

/** About two minutes of retries; after that, a person decides. */
const MAX_RETRIES = 12;
/** A longer Retry-After is reported instead of waited out. */
const MAX_RETRY_AFTER_MS = 120_000;
const LOOKUP_TIMEOUT_MS = 5000;

/**
 * Rejections that don't depend on the request. After any other failure the tunnel may exist: it isn't documented how
 * Globus rejects a submission that it has already processed, and even the first response may be to a repeated
 * request, because browsers resend a request when its connection drops.
 */
const NOTHING_CREATED: readonly ApiErrorKind[] = ['unauthorized', 'step-up', 'rate-limited'];

/** Rejections that may be about the submission ID; a person can change everything else in the request. */
const MAY_REJECT_SUBMISSION_ID: readonly ApiErrorKind[] = ['conflict', 'validation'];

/**
 * Creates a tunnel, and retries when the response is lost. Every attempt has the same submission ID, so that only one
 * tunnel is created (globus-api.md, "Transfer v2"). Because that is an assumption [A], the tunnel is also looked up in
 * the list before each retry and before a failure is reported.
 *
 * @throws ApiError when a retry can't help, and after the last retry
 * @throws the signal's reason when the caller aborts
 */
export async function createTunnel(options: CreateTunnelOptions): Promise<Tunnel> {
  const { signal = new AbortController().signal, onRetry } = options;
  for (let retries = 0; ; retries += 1) {
    try {
      return await postTunnel(options, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof ApiError)) throw error;
      const created = NOTHING_CREATED.includes(error.kind) ? null : await lookUp(options, error, signal);
      if (created) return created;
      if (!shouldRetry(error) || retries >= MAX_RETRIES) throw error;
      const delayMs = retryDelayMs(retries, error);
      onRetry?.({ error, nextRetryAtMs: Date.now() + delayMs });
      await abortableDelay(delayMs, signal);
      signal.throwIfAborted();
    }
  }
}

async function lookUp(
  { submissionId, onSubmissionIdRejected }: CreateTunnelOptions,
  { kind }: ApiError,
  signal: AbortSignal,
): Promise<Tunnel | null> {
  const result = await findBySubmission(submissionId, signal);
  if (result === 'absent' && MAY_REJECT_SUBMISSION_ID.includes(kind)) onSubmissionIdRejected?.();
  return typeof result === 'string' ? null : result;
}

/** Malformed responses are retried as well: with the same submission ID, a retry does no harm. */
function shouldRetry(error: ApiError): boolean {
  const isTemporary = isRetryable(error) || error.kind === 'malformed';
  return isTemporary && (error.retryAfterMs ?? 0) <= MAX_RETRY_AFTER_MS;
}

async function postTunnel(tunnelRequest: TunnelRequest, signal: AbortSignal): Promise<Tunnel> {
  signal.throwIfAborted();
  const call = { service: 'transfer', method: 'POST', path: '/v2/tunnels', signal } as const;
  const { data } = await request({ ...call, body: tunnelCreateBody(tunnelRequest), schema: TunnelDocument });
  return toTunnel(data.data);
}

/**
 * Looks for the tunnel that a submission created. 'absent' when the complete list doesn't have it; 'unknown' when the
 * list can't be loaded in time, or has tunnels without a readable submission ID.
 */
async function findBySubmission(
  submissionId: string,
  signal: AbortSignal,
): Promise<Tunnel | 'absent' | 'unknown'> {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), LOOKUP_TIMEOUT_MS);
  try {
    const { items, unreadable } = await fetchTunnels(AbortSignal.any([signal, timeout.signal]));
    const created = items.find((tunnel) => tunnel.submissionId === submissionId);
    const isConclusive = unreadable === 0 && items.every((tunnel) => tunnel.submissionId !== null);
    return created ?? (isConclusive ? 'absent' : 'unknown');
  } catch {
    signal.throwIfAborted();
    return 'unknown';
  } finally {
    clearTimeout(timer);
  }
}
