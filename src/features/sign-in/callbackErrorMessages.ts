import type { CallbackFailure } from '../../session/sign-in/SignInError.ts';
import type { SignInErrorMessage } from './signInStartMessages.ts';

const AGAIN = 'Sign in again';

/** The messages for sign-ins that failed on the way back from Globus. Loaded when one fails. */
export const callbackErrorMessages: Readonly<Record<CallbackFailure, SignInErrorMessage>> = {
  denied: {
    title: 'Sign-in canceled',
    meaning: 'You didn’t grant the permissions that this dashboard asked for. Nothing changed.',
    action: AGAIN,
  },
  'not-started': {
    title: 'This sign-in link isn’t valid',
    meaning: 'It belongs to a sign-in in another tab, or it has expired. Nothing was lost.',
    action: 'Sign in with Globus',
  },
  'code-rejected': {
    title: 'This sign-in expired',
    meaning: 'It was used already, or it took too long.',
    action: AGAIN,
  },
  unreachable: {
    title: 'Can’t reach Globus Auth',
    meaning: 'Check your network connection, or try again in a minute.',
    action: 'Try again',
  },
  'identity-unverified': {
    title: 'Couldn’t verify your identity',
    meaning: 'For your security, you weren’t signed in. If this continues, contact support.',
    action: AGAIN,
  },
  'clock-wrong': {
    title: 'Your device’s clock looks wrong',
    meaning: 'Your sign-in isn’t valid at this date and time. Correct the clock, then sign in again.',
    action: AGAIN,
  },
  'transfer-missing': {
    title: 'Missing permission',
    meaning:
      'Globus signed you in, but without the permission to “manage data using Globus Transfer”. Tunnels require it.',
    action: 'Sign in and allow it',
  },
  rejected: {
    title: 'Globus rejected the sign-in',
    meaning: 'The reason is below. If you need help, send it to support.',
    action: AGAIN,
  },
};
