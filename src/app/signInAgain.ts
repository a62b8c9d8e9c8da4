import type { SignInRemedy } from '../domain/sign-in/problem.ts';

/** A plain sign-in that comes back to where one is. */
export const SIGN_IN_AGAIN: SignInRemedy = {
  label: 'Sign in again',
  authorization: null,
  asDifferentUser: false,
};
