import type { SignInFailure } from '../../session/sign-in/SignInError.ts';

/** What a failed sign-in means to the person, and what to do next. */
export interface SignInErrorMessage {
  title: string;
  meaning: string;
  /** What the button says. */
  action: string;
}

const again = 'Sign in again';

export const signInErrorMessages: Readonly<Record<SignInFailure, SignInErrorMessage>> = {
  denied: {
    title: 'The sign-in was declined',
    meaning: 'Globus was told not to give this dashboard what it asked for. Nothing else has changed.',
    action: again,
  },
  'not-begun': {
    title: 'This sign-in was not begun here',
    meaning:
      'The address belongs to a sign-in of another tab, or to one that is over already. Nothing was lost: start a new one.',
    action: 'Sign in with Globus',
  },
  'code-refused': {
    title: 'Globus did not accept this sign-in any more',
    meaning: 'It was used before, or it took too long. A new one takes a moment.',
    action: again,
  },
  unreachable: {
    title: 'Globus Auth could not be reached',
    meaning: 'It gave no usable answer. Your network or Globus may have a problem; try again in a minute.',
    action: 'Try again',
  },
  'identity-unverified': {
    title: 'The identity that came back could not be verified',
    meaning: 'To be safe, it was not used and you are not signed in. If it happens again, tell your support.',
    action: again,
  },
  'clock-wrong': {
    title: 'The clock of this device seems to be wrong',
    meaning:
      'By its date and time, the sign-in that Globus has just made is not good. Set the clock of this device, then sign in again.',
    action: again,
  },
  'transfer-missing': {
    title: 'A permission is missing',
    meaning:
      'Globus let you in, but without the consent to use the Transfer service (“manage data using Globus Transfer”), which holds the tunnels.',
    action: 'Sign in and give it',
  },
  'storage-blocked': {
    title: 'This browser keeps nothing for this page',
    meaning:
      'Signing in needs a note that survives the way to Globus and back. Allow site data for this address, or leave the private window, then try again.',
    action: 'Try again',
  },
  insecure: {
    title: 'This address is not safe to sign in from',
    meaning:
      'Signing in needs an address that begins with https. Try it with https; if there is none, tell the owner of this dashboard.',
    action: 'Try again',
  },
  'not-loaded': {
    title: 'A part of this dashboard could not be loaded',
    meaning:
      'Your network may be interrupted, or the dashboard was just updated. Reload the page and try again.',
    action: 'Try again',
  },
  refused: {
    title: 'Globus refused the sign-in',
    meaning: 'The reason it gave stands below. If it is not clear, send it to your support.',
    action: again,
  },
};
