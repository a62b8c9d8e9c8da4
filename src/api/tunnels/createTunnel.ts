import type { TunnelRequest } from '../../domain/tunnel/request.ts';
import type { Tunnel } from '../../domain/tunnel/tunnel.ts';
import { abortableDelay } from '../http/abortableDelay.ts';
import { ApiError, type ApiErrorKind, needsSignIn } from '../http/errors.ts';
import { request } from '../http/http.ts';
import { isRetryable, retryDelayMs } from '../http/retry.ts';
import { fetchTunnels } from './list/list.ts';
import { TunnelDocument, toTunnel, tunnelCreateBody } from './tunnelDocument.ts';
import { UnconfirmedCreationError } from './UnconfirmedCreationError.ts';

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

/** Failures after which Globus may have executed the request, or may be executing it. */
const MAY_HAVE_CREATED: readonly ApiErrorKind[] = [
  'network',
  'timeout',
  'unavailable',
  'malformed',
  'other',
  'conflict',
];

/**
 * Creates a tunnel, and retries when the response is lost. Every attempt has the same submission ID, so that only one
 * tunnel is created (globus-api.md, "Transfer v2"). Because that is an assumption [A], the tunnel is also looked up in
 * the list before each retry and before a failure is reported.
 *
 * @throws UnconfirmedCreationError when the tunnel may exist, though the list doesn't show it
 * @throws ApiError of any other failure when a retry can't help, and after the last retry
 * @throws the signal's reason when the caller aborts
 */
export async function createTunnel(options: CreateTunnelOptions): Promise<Tunnel> {
  const { submissionId, signal = new AbortController().signal, onRetry } = options;
  let mayExist = false;
  for (let retries = 0; ; retries += 1) {
    try {
      return await postTunnel(options, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof ApiError)) throw error;
      const created = await findAfter(error, submissionId, signal);
      if (created) return created;
      mayExist ||= mayHaveCreated(error);
      if (!shouldRetry(error) || retries >= MAX_RETRIES) {
        throw mayExist && !needsSignIn(error) ? new UnconfirmedCreationError(error, submissionId) : error;
      }
      const delayMs = retryDelayMs(retries, error);
      onRetry?.({ error, nextRetryAtMs: Date.now() + delayMs });
      await abortableDelay(delayMs, signal);
      signal.throwIfAborted();
    }
  }
}

/** Whether the tunnel may exist after this failure. Globus may reject a submission ID because it knows a tunnel with it. */
function mayHaveCreated({ kind, code, fieldErrors }: ApiError): boolean {
  const isAboutSubmission = [code ?? '', ...fieldErrors.flatMap(({ path }) => path)].some((text) =>
    /submission/i.test(text),
  );
  return MAY_HAVE_CREATED.includes(kind) || isAboutSubmission;
}

async function findAfter(error: ApiError, submissionId: string, signal: AbortSignal): Promise<Tunnel | null> {
  return NOTHING_CREATED.includes(error.kind) ? null : findBySubmission(submissionId, signal);
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

/** Returns the tunnel that a submission created; null when the list doesn't have it or can't be loaded in time. */
async function findBySubmission(submissionId: string, signal: AbortSignal): Promise<Tunnel | null> {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), LOOKUP_TIMEOUT_MS);
  try {
    const tunnels = await fetchTunnels(AbortSignal.any([signal, timeout.signal]));
    return tunnels.find((tunnel) => tunnel.submissionId === submissionId) ?? null;
  } catch {
    signal.throwIfAborted();
    return null;
  } finally {
    clearTimeout(timer);
  }
}
