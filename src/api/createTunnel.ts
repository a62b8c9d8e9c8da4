import type { Tunnel } from '../domain/tunnel.ts';
import type { TunnelRequest } from '../domain/tunnelRequest.ts';
import { ApiError, type ApiErrorKind } from './errors.ts';
import { request } from './http.ts';
import { isWorthAnotherTry, retryDelayMs } from './retry.ts';
import { TunnelDocument, toTunnel, tunnelCreateBody } from './tunnelDocument.ts';
import { fetchTunnels } from './tunnelList.ts';

/** A try that failed, and when the next one is due. */
export interface CreationTrouble {
  error: ApiError;
  /** Milliseconds since the epoch. */
  nextTryAtMs: number;
}

/** A tunnel to be made, and who follows it. */
export interface Creation extends TunnelRequest {
  /** Gives up. What was sent may have been carried out all the same. */
  signal?: AbortSignal;
  /** Told of every failure that is followed by another try. */
  onTrouble?: (trouble: CreationTrouble) => void;
}

/** About as many as fit into two minutes; after that a person decides. */
const MOST_REPEATS = 12;
/** A longer pause than this is for a person to know, not to sit through. */
const LONGEST_PAUSE_MS = 120_000;
const LOOK_MS = 5000;

/** Failures after which the tunnel may be there all the same. A conflict: this submission was there before. */
const MAY_BE_MADE: readonly ApiErrorKind[] = ['network', 'timeout', 'unavailable', 'malformed', 'conflict'];

/**
 * Makes a tunnel and does not give up at the first lost answer: every try carries the same submission id, so that
 * no second tunnel comes of it (globus-api.md, "Transfer v2"). Since that rests on an assumption [A], the list of
 * tunnels is looked at as well before anything is sent again.
 *
 * @throws ApiError for what no repeat helps against, and when the patience is over
 * @throws the signal's reason when the caller gave up
 */
export async function createTunnel(creation: Creation): Promise<Tunnel> {
  const { signal = new AbortController().signal, onTrouble, submissionId } = creation;
  for (let repeats = 0; ; repeats += 1) {
    try {
      return await postTunnel(creation, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof ApiError)) throw error;
      const made = MAY_BE_MADE.includes(error.kind) ? await findBySubmission(submissionId, signal) : null;
      if (made) return made;
      if (!isWorthRepeating(error) || repeats >= MOST_REPEATS) throw error;
      const delayMs = retryDelayMs(repeats, error);
      onTrouble?.({ error, nextTryAtMs: Date.now() + delayMs });
      await pause(delayMs, signal);
    }
  }
}

/** What reads are repeated for, and answers that came mutilated: here a repeat can do no harm. */
function isWorthRepeating(error: ApiError): boolean {
  const isPassing = isWorthAnotherTry(error) || error.kind === 'malformed';
  return isPassing && (error.retryAfterMs ?? 0) <= LONGEST_PAUSE_MS;
}

async function postTunnel(wanted: TunnelRequest, signal: AbortSignal): Promise<Tunnel> {
  signal.throwIfAborted();
  const call = { service: 'transfer', method: 'POST', path: '/v2/tunnels', signal } as const;
  const { data } = await request({ ...call, body: tunnelCreateBody(wanted), schema: TunnelDocument });
  return toTunnel(data.data);
}

/** The tunnel that a submission made, if it is in the list and the list can be read in time. */
async function findBySubmission(submissionId: string, signal: AbortSignal): Promise<Tunnel | null> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), LOOK_MS);
  try {
    const tunnels = await fetchTunnels(AbortSignal.any([signal, patience.signal]));
    return tunnels.find((tunnel) => tunnel.submissionId === submissionId) ?? null;
  } catch {
    signal.throwIfAborted();
    return null;
  } finally {
    clearTimeout(timer);
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const giveUp = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', giveUp);
      resolve();
    }, ms);
    signal.addEventListener('abort', giveUp, { once: true });
  });
}
