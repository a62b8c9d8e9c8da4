import { ApiError, type ApiErrorKind } from '../api/http/errors.ts';
import { runtimeConfig } from '../config/runtimeConfig.ts';
import type { AuthorizationParameters } from '../domain/sign-in/authorizationParameters.ts';
import type { Problem } from '../domain/sign-in/problem.ts';
import {
  findRefusingSite,
  joinWithOr,
  type RefusingSite,
  stepUpInstructions,
} from '../domain/sign-in/stepUp.ts';
import { signInErrorMessages } from '../features/sign-in/signInErrorMessages.ts';
import { SessionEndedError } from '../session/SessionEndedError.ts';
import { canRenewSilently } from '../session/session.ts';
import { SignInError } from '../session/sign-in/SignInError.ts';
import { wasStepUpCompleted } from '../session/sign-in/stepUpHistory.ts';
import { SIGN_IN_AGAIN } from './signInAgain.ts';

const AGAIN_LATER = 'Nothing was lost. Try again in a moment.';

/** What each kind of failure is called, what it means for one's work, and whether trying again may help. */
const WORDS: Readonly<
  Record<Exclude<ApiErrorKind, 'step-up'>, { title: string; impact: string; canRetry: boolean }>
> = {
  unauthorized: {
    title: 'Your sign-in is over',
    impact: 'Sign in again to go on; you come back to this page. If you did so in another tab, try again.',
    canRetry: true,
  },
  forbidden: {
    title: 'You are not allowed to do this',
    impact:
      'Globus knows who you are, but this is not allowed to you, by Globus or by the policy of a site. The contact of the site can tell you why.',
    canRetry: false,
  },
  'not-found': {
    title: 'Globus does not know this, or does not show it to you',
    impact: 'It may have been deleted, or it belongs to somebody else; Globus does not tell which.',
    canRetry: true,
  },
  conflict: {
    title: 'This is not possible at present',
    impact: 'What it is about may have changed meanwhile. Look at what it says now and decide again.',
    canRetry: true,
  },
  validation: {
    title: 'Globus did not accept what was sent',
    impact: 'Correct what it names and try again.',
    canRetry: true,
  },
  'rate-limited': {
    title: 'Globus asks for a pause',
    impact: 'There were too many requests in a short time. Wait a little, then try again.',
    canRetry: true,
  },
  unavailable: { title: 'Globus has a problem right now', impact: AGAIN_LATER, canRetry: true },
  'site-failure': {
    title: 'The site failed',
    impact: 'Globus passed this on, and the server at the site answered with an error. Its contact can help.',
    canRetry: true,
  },
  network: {
    title: 'Globus cannot be reached',
    impact: 'Your network, or the way to Globus, is interrupted. Nothing was lost.',
    canRetry: true,
  },
  timeout: { title: 'Globus takes too long to answer', impact: AGAIN_LATER, canRetry: true },
  malformed: {
    title: 'The answer could not be understood',
    impact: 'It has a form that this dashboard does not know. If it stays so, tell your support.',
    canRetry: true,
  },
  other: { title: 'Something went wrong', impact: AGAIN_LATER, canRetry: true },
};

/**
 * Words for any error that a query or a mutation can end with, or a sign-in that could not begin.
 *
 * @param askers the access points that the refused call was about
 */
export function describeProblem(error: unknown, askers: readonly RefusingSite[] = []): Problem {
  if (error instanceof SignInError) {
    const { title, meaning } = signInErrorMessages[error.failure];
    return { ...PLAIN, title, impact: meaning, supportUrl: runtimeConfig().supportUrl ?? null };
  }
  if (error instanceof ApiError) {
    const { kind, serverDetail, requestId, authorization } = error;
    if (authorization) {
      const problem = demandsOf(authorization, askers);
      return { ...problem, detail: problem.detail ?? serverDetail, requestId };
    }
    if (kind === 'unauthorized') return { ...sessionProblem(), requestId };
    const words = WORDS[kind === 'step-up' ? 'forbidden' : kind];
    // An answer that explains nothing has a status or a misfit at least, which are our words and not Globus'.
    const isUnexplained = error.status !== null && serverDetail === null;
    const impact = isUnexplained ? `${words.impact} ${error.detail}` : words.impact;
    return { ...PLAIN, ...words, impact, detail: serverDetail, requestId };
  }
  if (error instanceof SessionEndedError) return sessionProblem();
  return { ...PLAIN, ...WORDS.other };
}

const PLAIN = {
  requirements: [],
  detail: null,
  requestId: null,
  signInRemedy: null,
  supportUrl: null,
  canRetry: false,
} satisfies Partial<Problem>;

/** A token that is good no more; whether somebody must do something depends on how this site renews them. */
function sessionProblem(): Problem {
  if (canRenewSilently()) {
    return {
      ...PLAIN,
      title: 'Your sign-in is being renewed',
      impact: 'Globus Auth could not be reached for it yet. This goes on by itself as soon as it can.',
      canRetry: true,
    };
  }
  return { ...PLAIN, ...WORDS.unauthorized, signInRemedy: SIGN_IN_AGAIN };
}

/** What a site asks for; and if one has just done it and it asks again, another way than round in a circle. */
function demandsOf(asked: AuthorizationParameters, askers: readonly RefusingSite[]): Problem {
  const asker = findRefusingSite(asked, askers);
  const site = asker?.name ?? (askers.length > 1 ? 'One of the two sites' : 'The site');
  const which =
    askers.length > 1 && !asker
      ? `It is ${joinWithOr(askers.map(({ name }) => name))}; Globus does not tell which. `
      : '';
  const problem = { ...PLAIN, requirements: stepUpInstructions(asked, asker), detail: asked.message };
  if (wasStepUpCompleted(asked, Date.now())) {
    return {
      ...problem,
      title: `${site} still asks for the same`,
      impact: `${which}You have just signed in, and that did not meet its policy. Signing in the same way again would not help: use another identity, or ask the site's contact. It wants:`,
      signInRemedy: { label: 'Sign in with another identity', authorization: asked, asDifferentUser: true },
      supportUrl: runtimeConfig().supportUrl ?? null,
      canRetry: true,
    };
  }
  return {
    ...problem,
    title: `${site} asks for one more thing`,
    impact: `${which}Its policy asks for this first. You come back to this page and nothing is lost:`,
    signInRemedy: { label: 'Continue to sign-in', authorization: asked, asDifferentUser: false },
  };
}
