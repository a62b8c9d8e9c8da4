import type { AuthorizationParameters } from '../../domain/sign-in/authorizationParameters.ts';
import { SignInError } from './SignInError.ts';

/** How a sign-in is to be, when it is not a plain one. */
export interface SignInWish {
  /** The address to come back to; the present one by default. */
  returnTo?: string;
  /** What a refused call asked for ("step-up"). */
  asked?: AuthorizationParameters | null;
  /** "login" makes Globus ask who one is, though it knows; by default what the refused call said about it. */
  prompt?: 'login';
}

/**
 * Leaves for Globus' sign-in page. The page that calls this is gone afterwards, so drafts must be kept before.
 *
 * @throws SignInError 'storage-blocked', 'insecure', 'not-loaded'
 */
export async function signIn({ returnTo = location.href, ...wish }: SignInWish = {}): Promise<void> {
  location.assign(await addressOf({ returnTo, ...wish }));
}

async function addressOf(wish: SignInWish & { returnTo: string }): Promise<string> {
  // Without https a browser has no cryptography for pages.
  if (!isSecureContext) throw new SignInError('insecure', location.origin);
  const oidc = await import('./oidc.ts').catch(() => null);
  if (!oidc) throw new SignInError('not-loaded', 'session/oidc');
  return oidc.authorizationUrl(wish);
}
