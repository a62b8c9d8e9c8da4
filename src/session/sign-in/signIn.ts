import { SignInError } from './SignInError.ts';
import type { SignInWish } from './signInWish.ts';

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
