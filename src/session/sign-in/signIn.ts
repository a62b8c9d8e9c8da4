import type { SignInOptions } from './oidc.ts';
import { SignInError } from './SignInError.ts';

/**
 * Leaves for Globus' sign-in page. The page that calls this is gone afterwards, so drafts must be kept before.
 *
 * @throws SignInError 'storage-blocked', 'insecure', 'not-loaded'
 */
export async function signIn({ returnTo = location.href, ...options }: SignInOptions = {}): Promise<void> {
  location.assign(await addressOf({ returnTo, ...options }));
}

async function addressOf(options: SignInOptions & { returnTo: string }): Promise<string> {
  // Without https a browser has no cryptography for pages.
  if (!isSecureContext) throw new SignInError('insecure', location.origin);
  const oidc = await import('./oidc.ts').catch(() => null);
  if (!oidc) throw new SignInError('not-loaded', 'session/oidc');
  return oidc.createAuthorizationUrl(options);
}
