import { ApiError, type ApiErrorKind } from './errors.ts';

const RETRYABLE_KINDS: readonly ApiErrorKind[] = ['rate-limited', 'unavailable', 'network', 'timeout'];
const MAX_RETRIES = 3;
const FIRST_DELAY_MS = 1000;
const MAX_DELAY_MS = 10_000;
const MAX_RETRY_AFTER_MS = 30_000;

/**
 * Returns whether TanStack Query retries a failed query: what the Globus SDKs retry (429, 500, 502, 503, 504 and
 * connection errors, but not a site's own failures), at most three times. A Retry-After of more than 30 s is shown to
 * people instead of a spinner. Mutations aren't retried, except for the creation of a tunnel (createTunnel.ts).
 *
 * @param failureCount the number of failures before this one
 */
export function shouldRetryQuery(failureCount: number, error: Error): boolean {
  if (!(error instanceof ApiError) || failureCount >= MAX_RETRIES) return false;
  return isRetryable(error) && (error.retryAfterMs ?? 0) <= MAX_RETRY_AFTER_MS;
}

/** Returns whether a failure may be temporary: what the Globus SDKs retry, but not a site's own failures. */
export function isRetryable({ kind }: ApiError): boolean {
  return RETRYABLE_KINDS.includes(kind);
}

/**
 * Returns the delay before the next retry, in milliseconds: exponential backoff with jitter, at most 10 s
 * (globus-api.md, "Errors"), but never less than the server's Retry-After.
 *
 * @param attempt 0 for the first retry
 * @param random a number from 0 to 1
 */
export function retryDelayMs(attempt: number, error: Error, random: number = Math.random()): number {
  const delayMs = Math.min(FIRST_DELAY_MS * 2 ** attempt, MAX_DELAY_MS) * (0.5 + random / 2);
  const retryAfterMs = error instanceof ApiError ? (error.retryAfterMs ?? 0) : 0;
  return Math.max(delayMs, retryAfterMs);
}

/** Pauses without a Retry-After in a row, about two minutes in all; after that, the error is reported. */
const MAX_PAUSES = 14;

/**
 * Returns how long to pause all calls after an error that asks for it, in milliseconds: 429, 503, or a temporary
 * failure with a Retry-After. Without a Retry-After that the page can read, pauses grow up to 10 s.
 *
 * @param pausesBefore the number of such pauses since the last success
 * @returns null for other errors, and after too many pauses without a Retry-After
 */
export function throttlePauseMs(error: unknown, pausesBefore: number, random?: number): number | null {
  if (!(error instanceof ApiError)) return null;
  const { kind, status, retryAfterMs } = error;
  const asksForPause =
    retryAfterMs === null
      ? (kind === 'rate-limited' || (kind === 'unavailable' && status === 503)) && pausesBefore < MAX_PAUSES
      : kind === 'rate-limited' || kind === 'unavailable';
  return asksForPause ? retryDelayMs(pausesBefore, error, random) : null;
}
