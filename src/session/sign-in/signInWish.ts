import type { AuthorizationParameters } from '../../domain/sign-in/authorizationParameters.ts';

/** How a sign-in is to be, when it is not a plain one. */
export interface SignInWish {
  /** The address to come back to; the present one by default. */
  returnTo?: string;
  /** What a refused call asked for ("step-up"). */
  asked?: AuthorizationParameters | null;
  /** "login" makes Globus ask who one is, though it knows; by default what the refused call said about it. */
  prompt?: 'login';
}
