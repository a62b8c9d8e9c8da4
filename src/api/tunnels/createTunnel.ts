import type { TunnelRequest } from '../../domain/tunnel/request.ts';
import type { Tunnel } from '../../domain/tunnel/tunnel.ts';
import { abortableDelay } from '../http/abortableDelay.ts';
import { ApiError, type ApiErrorKind } from '../http/errors.ts';
import { request } from '../http/http.ts';
import { isRetryable, retryDelayMs } from '../http/retry.ts';
import { fetchTunnels } from './list/list.ts';
import { TunnelDocument, toTunnel, tunnelCreateBody } from './tunnelDocument.ts';

/** A try that failed, and when the next one is due. */
export interface CreationFailure {
  error: ApiError;
  /** Milliseconds since the epoch. */
  nextRetryAtMs: number;
}

/** A tunnel to be made, and who follows it. */
export interface CreateTunnelOptions extends TunnelRequest {
  /** Gives up. What was sent may have been carried out all the same. */
  signal?: AbortSignal;
  /** Told of every failure that is followed by another try. */
  onRetry?: (trouble: CreationFailure) => void;
  /** Told when Globus takes the submission id no more and nothing came of it: the next try needs another. */
  onSubmissionIdRejected?: () => void;
}

/** About as many as fit into two minutes; after that a person decides. */
const MOST_REPEATS = 12;
/** A longer pause than this is for a person to know, not to sit through. */
const LONGEST_PAUSE_MS = 120_000;
const LOOK_MS = 5000;

/**
 * Refusals that do not even look at what was sent. After any other failure the tunnel may be there: how Globus
 * refuses a submission that it has carried out is not documented, and even the first answer may be a repeat's, since
 * browsers send a request again by themselves when its connection breaks.
 */
const NOT_LOOKED_AT: readonly ApiErrorKind[] = ['unauthorized', 'step-up', 'rate-limited'];

/** Refusals that may be of the submission id itself; all else of a request changes by a person's hand. */
const OF_THE_ID: readonly ApiErrorKind[] = ['conflict', 'validation'];

/**
 * Makes a tunnel and does not give up at the first lost answer: every try carries the same submission id, so that
 * no second tunnel comes of it (globus-api.md, "Transfer v2"). Since that rests on an assumption [A], the list of
 * tunnels is looked at as well before anything is sent again, and before a failure is told.
 *
 * @throws ApiError for what no repeat helps against, and when the patience is over
 * @throws the signal's reason when the caller gave up
 */
export async function createTunnel(creation: CreateTunnelOptions): Promise<Tunnel> {
  const { signal = new AbortController().signal, onRetry } = creation;
  for (let repeats = 0; ; repeats += 1) {
    try {
      return await postTunnel(creation, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof ApiError)) throw error;
      const made = NOT_LOOKED_AT.includes(error.kind) ? null : await lookForIt(creation, error, signal);
      if (made) return made;
      if (!isWorthRepeating(error) || repeats >= MOST_REPEATS) throw error;
      const delayMs = retryDelayMs(repeats, error);
      onRetry?.({ error, nextRetryAtMs: Date.now() + delayMs });
      await abortableDelay(delayMs, signal);
      signal.throwIfAborted();
    }
  }
}

async function lookForIt(
  { submissionId, onSubmissionIdRejected }: CreateTunnelOptions,
  { kind }: ApiError,
  signal: AbortSignal,
): Promise<Tunnel | null> {
  const found = await findBySubmission(submissionId, signal);
  if (found === 'absent' && OF_THE_ID.includes(kind)) onSubmissionIdRejected?.();
  return typeof found === 'string' ? null : found;
}

/** What reads are repeated for, and answers that came mutilated: here a repeat can do no harm. */
function isWorthRepeating(error: ApiError): boolean {
  const isPassing = isRetryable(error) || error.kind === 'malformed';
  return isPassing && (error.retryAfterMs ?? 0) <= LONGEST_PAUSE_MS;
}

async function postTunnel(wanted: TunnelRequest, signal: AbortSignal): Promise<Tunnel> {
  signal.throwIfAborted();
  const call = { service: 'transfer', method: 'POST', path: '/v2/tunnels', signal } as const;
  const { data } = await request({ ...call, body: tunnelCreateBody(wanted), schema: TunnelDocument });
  return toTunnel(data.data);
}

/**
 * The tunnel that a submission made. 'absent' when a whole list has none; 'unknown' when the list cannot be read in
 * time, or not all of it tells which submission it came of.
 */
async function findBySubmission(
  submissionId: string,
  signal: AbortSignal,
): Promise<Tunnel | 'absent' | 'unknown'> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), LOOK_MS);
  try {
    const { items, unreadable } = await fetchTunnels(AbortSignal.any([signal, patience.signal]));
    const made = items.find((tunnel) => tunnel.submissionId === submissionId);
    const tellsAll = unreadable === 0 && items.every((tunnel) => tunnel.submissionId !== null);
    return made ?? (tellsAll ? 'absent' : 'unknown');
  } catch {
    signal.throwIfAborted();
    return 'unknown';
  } finally {
    clearTimeout(timer);
  }
}
