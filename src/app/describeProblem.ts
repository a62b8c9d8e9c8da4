import { ApiError, type ApiErrorKind } from '../api/http/errors.ts';
import { runtimeConfig } from '../config/runtimeConfig.ts';
import { type AuthorizationParameters, requiresSession } from '../domain/sign-in/authorizationParameters.ts';
import type { Problem, SignInRemedy } from '../domain/sign-in/problem.ts';
import {
  findRefusingSite,
  joinWithOr,
  type RefusingSite,
  scopesOfRefusal,
  stepUpInstructions,
} from '../domain/sign-in/stepUp.ts';
import { isStartFailure, signInStartMessages } from '../features/sign-in/signInStartMessages.ts';
import { globusPageUrl } from '../session/globusPages.ts';
import { canRenewSilently } from '../session/session.ts';
import { SignInError } from '../session/sign-in/SignInError.ts';
import { wasStepUpCompleted } from '../session/sign-in/stepUpHistory.ts';
import { SessionEndedError } from '../session/tokens/SessionEndedError.ts';
import { isHelpedByLinking, reasonMessage } from './refusalReasons.ts';

/** A plain sign-in that returns to the current page. */
export const SIGN_IN_AGAIN: SignInRemedy = {
  label: 'Sign in again',
  authorization: null,
  asDifferentUser: false,
};

const TRY_LATER = 'Nothing was lost. Try again in a moment.';

/** For each kind of failure: what happened, why or what to do, and whether trying again may help. */
const MESSAGES: Readonly<
  Record<Exclude<ApiErrorKind, 'step-up'>, { title: string; impact: string; canRetry: boolean }>
> = {
  unauthorized: {
    title: 'Your session expired',
    impact:
      'Sign in again to continue. You’ll return to this page. If you signed in again in another tab, select Try again.',
    canRetry: true,
  },
  forbidden: {
    title: 'You don’t have permission',
    impact:
      'You’re signed in, but Globus or the policy of a site doesn’t allow this. Ask the site administrators for access.',
    canRetry: false,
  },
  'not-found': {
    title: 'Not found, or you don’t have access',
    impact:
      'It may have been deleted, or it may belong to someone else. Globus doesn’t report which. If a colleague sent you this link, ask them for a support bundle.',
    canRetry: true,
  },
  conflict: {
    title: 'This isn’t possible right now',
    impact: 'Something may have changed since this page loaded. Check its current state, then try again.',
    canRetry: true,
  },
  validation: {
    title: 'Globus rejected the request',
    impact: 'Correct what you entered, then try again.',
    canRetry: true,
  },
  'rate-limited': {
    title: 'Too many requests',
    impact: 'Globus is limiting requests. Wait a moment, then try again.',
    canRetry: true,
  },
  unavailable: { title: 'Globus is having problems', impact: TRY_LATER, canRetry: true },
  'site-failure': {
    title: 'The site returned an error',
    impact:
      'Globus reached the site, but its server failed. If this continues, contact the site administrators.',
    canRetry: true,
  },
  network: {
    title: 'Can’t reach Globus',
    impact: 'Check your network connection. Nothing was lost.',
    canRetry: true,
  },
  timeout: { title: 'Globus isn’t responding', impact: TRY_LATER, canRetry: true },
  malformed: {
    title: 'Unexpected response from Globus',
    impact: 'This dashboard can’t read the response. If this continues, contact support.',
    canRetry: true,
  },
  other: { title: 'Something went wrong', impact: TRY_LATER, canRetry: true },
};

/**
 * Describes any error of a query, a mutation or a sign-in that couldn't start.
 *
 * @param possibleRefusers the access points that the failed call was about
 */
export function describeProblem(error: unknown, possibleRefusers: readonly RefusingSite[] = []): Problem {
  if (error instanceof SignInError) return describeFailedStart(error);
  if (error instanceof ApiError) {
    const { kind, serverDetail, requestId, authorization, reason } = error;
    const stepUp = authorization && describeStepUp(authorization, possibleRefusers);
    // What Globus says mostly repeats the site's message.
    if (stepUp) return { ...stepUp, detail: stepUp.siteMessage === null ? serverDetail : null, requestId };
    if (kind === 'unauthorized') return { ...describeExpiry(), requestId };
    const message = messageOf(error);
    // Without the server's explanation, ours: the status, or how the response differs from the expected form.
    const isUnexplained = error.status !== null && serverDetail === null;
    const impact = isUnexplained ? `${message.impact} ${error.detail}` : message.impact;
    const linkIdentityUrl = reason && isHelpedByLinking(reason) ? globusPageUrl('identities') : null;
    return { ...PLAIN, ...message, impact, linkIdentityUrl, detail: serverDetail, requestId };
  }
  if (error instanceof SessionEndedError) return describeExpiry();
  return { ...PLAIN, ...MESSAGES.other };
}

/** Describes why a sign-in couldn't start. Other failures show on the sign-in page, where Globus returns to. */
function describeFailedStart({ failure }: SignInError): Problem {
  if (!isStartFailure(failure)) return { ...PLAIN, ...MESSAGES.other };
  const { title, meaning } = signInStartMessages[failure];
  return { ...PLAIN, title, impact: meaning, supportUrl: runtimeConfig().supportUrl ?? null };
}

function messageOf({ kind, reason }: ApiError) {
  const message = MESSAGES[kind === 'step-up' ? 'forbidden' : kind];
  return { ...message, ...(reason && reasonMessage(reason)) };
}

const PLAIN = {
  requirements: [],
  siteMessage: null,
  detail: null,
  requestId: null,
  signInRemedy: null,
  linkIdentityUrl: null,
  supportUrl: null,
  canRetry: false,
} satisfies Omit<Problem, 'title' | 'impact'>;

/** A token that Globus no longer accepts. If the session renews automatically, the person doesn't have to act. */
function describeExpiry(): Problem {
  if (canRenewSilently()) {
    return {
      ...PLAIN,
      title: 'Renewing your session',
      impact: 'This hasn’t worked yet. Retrying automatically.',
      canRetry: true,
    };
  }
  return { ...PLAIN, ...MESSAGES.unauthorized, signInRemedy: SIGN_IN_AGAIN };
}

/**
 * What a site requires. If the person has just done that, offers a different identity instead of the same loop.
 *
 * @returns null if it requires only what this dashboard doesn't request, such as permissions at another endpoint
 */
function describeStepUp(
  required: AuthorizationParameters,
  possibleRefusers: readonly RefusingSite[],
): Problem | null {
  const scopes = scopesOfRefusal(required, possibleRefusers);
  if (scopes.length === 0 && !requiresSession(required) && required.message === null) return null;
  const needsIdentity = required.requiredSingleDomain.length > 0 || required.requiredIdentities.length > 0;
  const refuser = findRefusingSite(required, possibleRefusers);
  const site = refuser?.name ?? (possibleRefusers.length > 1 ? 'One of the two sites' : 'The site');
  const which =
    possibleRefusers.length > 1 && !refuser
      ? `It’s either ${joinWithOr(possibleRefusers.map(({ name }) => name))}. Globus doesn’t report which. `
      : '';
  const problem = {
    ...PLAIN,
    requirements: stepUpInstructions({ ...required, requiredScopes: scopes }, refuser),
    siteMessage: required.message,
    linkIdentityUrl: needsIdentity ? globusPageUrl('identities') : null,
  };
  if (wasStepUpCompleted(required, Date.now())) {
    return {
      ...problem,
      title: `${site} still requires a different sign-in`,
      impact: `${which}Your last sign-in didn’t meet the site’s policy. Use a different identity, or contact the site administrators. The site requires:`,
      signInRemedy: {
        label: 'Use a different identity',
        authorization: required,
        scopes,
        asDifferentUser: true,
      },
      supportUrl: runtimeConfig().supportUrl ?? null,
      canRetry: true,
    };
  }
  return {
    ...problem,
    title: `${site} requires one more step`,
    impact: `${which}You’ll return to this page with your changes intact. The site requires:`,
    signInRemedy: { label: 'Continue to sign-in', authorization: required, scopes, asDifferentUser: false },
  };
}
