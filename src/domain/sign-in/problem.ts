import type { AuthorizationParameters } from './authorizationParameters.ts';

/** The sign-in that helps against a failure. */
export interface SignInRemedy {
  /** What the button says. */
  label: string;
  /** What Globus demands of it, or null for a plain one. */
  authorization: AuthorizationParameters | null;
  /** Whether Globus is to ask who one is, though it knows: the one it knows did not do. */
  asDifferentUser: boolean;
}

/**
 * A failure in words for the person it happened to: what happened, what it means for their work, what to do
 * next, and the request id that Globus' support asks for.
 */
export interface Problem {
  title: string;
  impact: string;
  /** What is demanded before it goes on, one sentence each. */
  requirements: string[];
  /** What Globus said itself; untrusted text. */
  detail: string | null;
  requestId: string | null;
  /** Present when signing in, in the way described, is what helps. */
  signInRemedy: SignInRemedy | null;
  /** Where the site's support is, when the person cannot help themselves. */
  supportUrl: string | null;
  /** Whether the same thing may work when it is tried again. */
  canRetry: boolean;
}
