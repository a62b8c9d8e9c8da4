import type { SignInOptions } from './oidc.ts';
import { SignInError } from './SignInError.ts';

/**
 * Goes to the sign-in page of Globus. This leaves the current page, so drafts must be stored before.
 *
 * @throws SignInError 'storage-blocked', 'insecure', 'not-loaded'
 */
export async function signIn({ returnTo = location.href, ...options }: SignInOptions = {}): Promise<void> {
  location.assign(await signInUrl({ returnTo, ...options }));
}

async function signInUrl(options: SignInOptions & { returnTo: string }): Promise<string> {
  // Browsers provide the cryptography that sign-in needs only on secure pages.
  if (!isSecureContext) throw new SignInError('insecure', location.origin);
  const oidc = await import('./oidc.ts').catch(() => null);
  if (!oidc) throw new SignInError('not-loaded', 'session/oidc');
  return oidc.createAuthorizationUrl(options);
}
