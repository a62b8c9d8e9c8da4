import type { AuthorizationParameters } from './authorizationParameters.ts';

/**
 * A failure in words for the person it happened to: what happened, what it means for their work, what to do
 * next, and the request id that Globus' support asks for.
 */
export interface Problem {
  title: string;
  meaning: string;
  /** What Globus said itself; untrusted text. */
  detail: string | null;
  requestId: string | null;
  /** Present when signing in again, in the way described, is what helps. */
  authorization: AuthorizationParameters | null;
  /** Whether the same thing may work when it is tried again. */
  canRetry: boolean;
}
