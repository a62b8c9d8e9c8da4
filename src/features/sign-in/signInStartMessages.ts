import type { SignInFailure, SignInStartFailure } from '../../session/sign-in/SignInError.ts';

/** What to show for a failed sign-in. */
export interface SignInErrorMessage {
  title: string;
  /** Why it failed if that is known, and what to do. */
  meaning: string;
  /** The label of the button that starts the next attempt. */
  action: string;
}

const RETRY = 'Try again';

/** The messages for failures at the start. They are part of the sign-in page, because loading may be what failed. */
export const signInStartMessages: Readonly<Record<SignInStartFailure, SignInErrorMessage>> = {
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
};

/** Checks whether a failure has its message here. */
export function isStartFailure(failure: SignInFailure): failure is SignInStartFailure {
  return failure in signInStartMessages;
}
