import type { AuthorizationParameters } from './authorizationParameters.ts';

/** The sign-in that resolves a failure. */
export interface SignInRemedy {
  /** The text of the button. */
  label: string;
  /** What Globus requires of the sign-in; null for an ordinary one. */
  authorization: AuthorizationParameters | null;
  /** The scopes to request beside the usual ones: what of `authorization` the refusing site may require. */
  scopes?: readonly string[];
  /** Whether the person has to choose another identity than the one Globus already knows. */
  asDifferentUser: boolean;
}

/**
 * A failure as a page explains it: what failed, what that means, what to do next, and the request ID that Globus
 * support asks for.
 */
export interface Problem {
  title: string;
  impact: string;
  /** What the person has to do first, one sentence each. */
  requirements: string[];
  /** What the site says; untrusted text. */
  siteMessage: string | null;
  /** The explanation from Globus; untrusted text. */
  detail: string | null;
  requestId: string | null;
  /** Set if signing in resolves the failure. */
  signInRemedy: SignInRemedy | null;
  /** The page of Globus that links another identity, if that can help. */
  linkIdentityUrl: string | null;
  /** The support page, for failures that the person can't resolve. */
  supportUrl: string | null;
  /** Whether trying again may succeed. */
  canRetry: boolean;
}
