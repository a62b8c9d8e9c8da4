import type { AuthorizationParameters } from '../domain/authorizationParameters.ts';

/**
 * Leaves for Globus' sign-in page. The page that calls this is gone afterwards, so drafts must be kept before.
 *
 * @param returnTo the address to come back to; the present one by default
 * @param asked what a refused call asked for ("step-up")
 * @throws SignInError 'storage-blocked'
 */
export async function signIn(
  returnTo: string = location.href,
  asked: AuthorizationParameters | null = null,
): Promise<void> {
  const { authorizationUrl } = await import('./oidc.ts');
  location.assign(await authorizationUrl(returnTo, asked));
}
