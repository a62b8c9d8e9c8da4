import { ApiError, type ApiErrorKind } from '../api/errors.ts';
import type { Problem } from '../domain/problem.ts';
import { SessionEndedError } from '../session/SessionEndedError.ts';

const AGAIN_LATER = 'Nothing was lost. Try again in a moment.';

/** What each kind of failure is called, what it means for one's work, and whether trying again may help. */
const WORDS: Readonly<Record<ApiErrorKind, { title: string; meaning: string; canRetry: boolean }>> = {
  unauthorized: {
    title: 'Your sign-in is over',
    meaning: 'Sign in again to go on; you come back to this page.',
    canRetry: false,
  },
  'step-up': {
    title: 'The site asks for one more thing',
    meaning: 'Its policy wants this before it goes on. You come back to this page and nothing is lost:',
    canRetry: false,
  },
  forbidden: {
    title: 'You are not allowed to do this',
    meaning:
      'Globus knows who you are, but the policy of the site does not let you. Its contact can tell you why.',
    canRetry: false,
  },
  'not-found': {
    title: 'Globus does not know this, or does not show it to you',
    meaning: 'It may have been deleted, or it belongs to somebody else; Globus does not tell which.',
    canRetry: true,
  },
  conflict: {
    title: 'That is not possible in its present state',
    meaning: 'It changed in the meantime. Look at what it says now and decide again.',
    canRetry: true,
  },
  validation: {
    title: 'Globus did not accept what was sent',
    meaning: 'Correct what it names and try again.',
    canRetry: true,
  },
  'rate-limited': {
    title: 'Globus asks for a pause',
    meaning: 'There were too many requests in a short time. Wait a little, then try again.',
    canRetry: true,
  },
  unavailable: { title: 'Globus has a problem right now', meaning: AGAIN_LATER, canRetry: true },
  'site-failure': {
    title: 'The site failed',
    meaning:
      'Globus passed this on, and the server at the site answered with an error. Its contact can help.',
    canRetry: true,
  },
  network: {
    title: 'Globus cannot be reached',
    meaning: 'Your network, or the way to Globus, is interrupted. Nothing was lost.',
    canRetry: true,
  },
  timeout: { title: 'Globus takes too long to answer', meaning: AGAIN_LATER, canRetry: true },
  malformed: {
    title: 'The answer could not be understood',
    meaning: 'It has a form that this dashboard does not know. Tell your support, with the request id.',
    canRetry: true,
  },
  other: { title: 'Something went wrong', meaning: AGAIN_LATER, canRetry: true },
};

/** Words for any error that a query or a mutation can end with. */
export function describeProblem(error: unknown): Problem {
  if (error instanceof ApiError) {
    const { kind, detail, requestId, authorization } = error;
    const message = authorization?.message;
    return { ...WORDS[kind], detail: message ?? detail, requestId, authorization };
  }
  const kind = error instanceof SessionEndedError ? 'unauthorized' : 'other';
  return { ...WORDS[kind], detail: null, requestId: null, authorization: null };
}
