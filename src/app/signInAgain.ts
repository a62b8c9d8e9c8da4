import type { WayOn } from '../domain/sign-in/problem.ts';

/** A plain sign-in that comes back to where one is. */
export const SIGN_IN_AGAIN: WayOn = { label: 'Sign in again', asked: null, asSomebodyElse: false };
