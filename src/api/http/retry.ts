import { ApiError, type ApiErrorKind } from './errors.ts';

const WORTH_ANOTHER_TRY: readonly ApiErrorKind[] = ['rate-limited', 'unavailable', 'network', 'timeout'];
const MAX_RETRIES = 3;
const FIRST_DELAY_MS = 1000;
const MAX_DELAY_MS = 10_000;
const LONGEST_WAIT_MS = 30_000;

/**
 * Whether react-query repeats a read that failed: what Globus' own clients repeat (429, 500, 502, 503, 504 and
 * connection errors, but no failure at a site), three times at most, and not when the server asks for a pause
 * of more than 30 s, which a person should see instead of a spinner. Of the mutations only a creation repeats
 * itself (createTunnel.ts).
 *
 * @param failureCount how many failures came before this one
 */
export function shouldRetryQuery(failureCount: number, error: Error): boolean {
  if (!(error instanceof ApiError) || failureCount >= MAX_RETRIES) return false;
  return isRetryable(error) && (error.retryAfterMs ?? 0) <= LONGEST_WAIT_MS;
}

/** Whether a failure may pass by itself: what Globus' own clients repeat, but no failure at a site. */
export function isRetryable({ kind }: ApiError): boolean {
  return WORTH_ANOTHER_TRY.includes(kind);
}

/**
 * How long to wait before the next try, in milliseconds: exponential with jitter (half to whole), 10 s at most
 * (globus-api.md, "Errors"), never less than the server's Retry-After.
 *
 * @param attempt 0 before the first repeat
 * @param random a number from 0 to 1
 */
export function retryDelayMs(attempt: number, error: Error, random: number = Math.random()): number {
  const delayMs = Math.min(FIRST_DELAY_MS * 2 ** attempt, MAX_DELAY_MS) * (0.5 + random / 2);
  const retryAfterMs = error instanceof ApiError ? (error.retryAfterMs ?? 0) : 0;
  return Math.max(delayMs, retryAfterMs);
}

/** About two minutes; then it is no pause any more. Only what Globus asks for itself is waited out without end. */
const MOST_PAUSES = 14;

/**
 * How long to leave the service alone after an error that asks for it, in milliseconds: too many calls (429), or out
 * of order for now (503, or until a given time). Without a Retry-After that this page may read, each pause is longer
 * than the one before, up to 10 s. null for every other error, and when patience is over.
 *
 * @param pausesBefore how many such pauses came before without a success
 */
export function throttlePauseMs(error: unknown, pausesBefore: number, random?: number): number | null {
  if (!(error instanceof ApiError)) return null;
  const { kind, status, retryAfterMs } = error;
  const asksForIt =
    retryAfterMs === null
      ? (kind === 'rate-limited' || (kind === 'unavailable' && status === 503)) && pausesBefore < MOST_PAUSES
      : kind === 'rate-limited' || kind === 'unavailable';
  return asksForIt ? retryDelayMs(pausesBefore, error, random) : null;
}
