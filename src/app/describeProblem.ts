import { ApiError, type ApiErrorKind } from '../api/http/errors.ts';
import { runtimeConfig } from '../config/runtimeConfig.ts';
import type { AuthorizationParameters } from '../domain/sign-in/authorizationParameters.ts';
import type { Problem } from '../domain/sign-in/problem.ts';
import { type Asker, eitherText, stepUpWords, whoAsks } from '../domain/sign-in/stepUp.ts';
import { signInWords } from '../features/sign-in/signInWords.ts';
import { SessionEndedError } from '../session/SessionEndedError.ts';
import { renewsItself } from '../session/session.ts';
import { wasAnswered } from '../session/sign-in/answeredDemands.ts';
import { SignInError } from '../session/sign-in/SignInError.ts';
import { SIGN_IN_AGAIN } from './signInAgain.ts';

const AGAIN_LATER = 'Nothing was lost. Try again in a moment.';

/** What each kind of failure is called, what it means for one's work, and whether trying again may help. */
const WORDS: Readonly<
  Record<Exclude<ApiErrorKind, 'step-up'>, { title: string; meaning: string; canRetry: boolean }>
> = {
  unauthorized: {
    title: 'Your sign-in is over',
    meaning: 'Sign in again to go on; you come back to this page. If you did so in another tab, try again.',
    canRetry: true,
  },
  forbidden: {
    title: 'You are not allowed to do this',
    meaning:
      'Globus knows who you are, but this is not allowed to you, by Globus or by the policy of a site. The contact of the site can tell you why.',
    canRetry: false,
  },
  'not-found': {
    title: 'Globus does not know this, or does not show it to you',
    meaning: 'It may have been deleted, or it belongs to somebody else; Globus does not tell which.',
    canRetry: true,
  },
  conflict: {
    title: 'This is not possible at present',
    meaning: 'What it is about may have changed meanwhile. Look at what it says now and decide again.',
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
    meaning: 'It has a form that this dashboard does not know. If it stays so, tell your support.',
    canRetry: true,
  },
  other: { title: 'Something went wrong', meaning: AGAIN_LATER, canRetry: true },
};

/**
 * Words for any error that a query or a mutation can end with, or a sign-in that could not begin.
 *
 * @param askers the access points that the refused call was about
 */
export function describeProblem(error: unknown, askers: readonly Asker[] = []): Problem {
  if (error instanceof SignInError) {
    const { title, meaning } = signInWords[error.failure];
    return { ...PLAIN, title, meaning, supportUrl: runtimeConfig().supportUrl ?? null };
  }
  if (error instanceof ApiError) {
    const { kind, explanation, requestId, authorization } = error;
    if (authorization) {
      const problem = demandsOf(authorization, askers);
      return { ...problem, detail: problem.detail ?? explanation, requestId };
    }
    if (kind === 'unauthorized') return { ...sessionProblem(), requestId };
    const words = WORDS[kind === 'step-up' ? 'forbidden' : kind];
    // An answer that explains nothing has a status or a misfit at least, which are our words and not Globus'.
    const isUnexplained = error.status !== null && explanation === null;
    const meaning = isUnexplained ? `${words.meaning} ${error.detail}` : words.meaning;
    return { ...PLAIN, ...words, meaning, detail: explanation, requestId };
  }
  if (error instanceof SessionEndedError) return sessionProblem();
  return { ...PLAIN, ...WORDS.other };
}

const PLAIN = {
  demands: [],
  detail: null,
  requestId: null,
  wayOn: null,
  supportUrl: null,
  canRetry: false,
} satisfies Partial<Problem>;

/** A token that is good no more; whether somebody must do something depends on how this site renews them. */
function sessionProblem(): Problem {
  if (renewsItself()) {
    return {
      ...PLAIN,
      title: 'Your sign-in is being renewed',
      meaning: 'Globus Auth could not be reached for it yet. This goes on by itself as soon as it can.',
      canRetry: true,
    };
  }
  return { ...PLAIN, ...WORDS.unauthorized, wayOn: SIGN_IN_AGAIN };
}

/** What a site asks for; and if one has just done it and it asks again, another way than round in a circle. */
function demandsOf(asked: AuthorizationParameters, askers: readonly Asker[]): Problem {
  const asker = whoAsks(asked, askers);
  const site = asker?.name ?? (askers.length > 1 ? 'One of the two sites' : 'The site');
  const which =
    askers.length > 1 && !asker
      ? `It is ${eitherText(askers.map(({ name }) => name))}; Globus does not tell which. `
      : '';
  const problem = { ...PLAIN, demands: stepUpWords(asked, asker), detail: asked.message };
  if (wasAnswered(asked, Date.now())) {
    return {
      ...problem,
      title: `${site} still asks for the same`,
      meaning: `${which}You have just signed in, and that did not meet its policy. Signing in the same way again would not help: use another identity, or ask the site's contact. It wants:`,
      wayOn: { label: 'Sign in with another identity', asked, asSomebodyElse: true },
      supportUrl: runtimeConfig().supportUrl ?? null,
      canRetry: true,
    };
  }
  return {
    ...problem,
    title: `${site} asks for one more thing`,
    meaning: `${which}Its policy asks for this first. You come back to this page and nothing is lost:`,
    wayOn: { label: 'Continue to sign-in', asked, asSomebodyElse: false },
  };
}
