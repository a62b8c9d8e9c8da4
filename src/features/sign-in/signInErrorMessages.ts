import type { SignInFailure } from '../../session/sign-in/SignInError.ts';

/** What to show for a failed sign-in. */
export interface SignInErrorMessage {
  title: string;
  /** Why it failed if that is known, and what to do. */
  meaning: string;
  /** The label of the button that starts the next attempt. */
  action: string;
}

const AGAIN = 'Sign in again';
const RETRY = 'Try again';

export const signInErrorMessages: Readonly<Record<SignInFailure, SignInErrorMessage>> = {
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
    action: RETRY,
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
  'storage-blocked': {
    title: 'Your browser can’t store site data',
    meaning:
      'Sign-in needs to store data in this browser. Allow site data for this address, free up space, or leave private browsing. Then try again.',
    action: RETRY,
  },
  insecure: {
    title: 'Sign-in requires HTTPS',
    meaning:
      'Open this dashboard at an address that starts with https://. If that doesn’t work, contact its administrator.',
    action: RETRY,
  },
  'not-loaded': {
    title: 'Couldn’t load part of the dashboard',
    meaning: 'Check your network connection. If the dashboard was just updated, reload this page.',
    action: RETRY,
  },
  rejected: {
    title: 'Globus rejected the sign-in',
    meaning: 'The reason is below. If you need help, send it to support.',
    action: AGAIN,
  },
};
