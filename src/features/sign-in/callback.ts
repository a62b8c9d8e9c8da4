import { appUrl } from '../../config/appUrl.ts';
import { showBootMessage } from '../../config/bootPicture.ts';
import { runtimeConfig } from '../../config/runtimeConfig.ts';
import { SignInError } from '../../session/sign-in/SignInError.ts';

/**
 * Checks whether Globus redirected the browser here after a sign-in. A site can configure a page of the app, such as its
 * root, as redirect URL. There, the query must contain a response.
 */
export function isCallback(): boolean {
  const { origin, pathname } = new URL(runtimeConfig().redirectUrl);
  if (location.origin !== origin || location.pathname !== pathname) return false;
  if (pathname === new URL('callback', appUrl()).pathname) return true;
  const query = new URLSearchParams(location.search);
  return query.has('state') && (query.has('code') || query.has('error'));
}

/**
 * Completes a sign-in and puts the page that the person came from into the address bar. The one-time code leaves the
 * address bar and the history before it is used.
 *
 * @returns why the sign-in failed, or null
 */
export async function finishSignIn(): Promise<SignInError | null> {
  const callbackUrl = location.href;
  history.replaceState(null, '', location.pathname);
  showBootMessage('Signing in…');
  try {
    const { completeSignIn } = await import('../../session/sign-in/oidc.ts');
    history.replaceState(null, '', await completeSignIn(callbackUrl, appUrl()));
    return null;
  } catch (error) {
    const failure = asSignInError(error);
    history.replaceState(null, '', failure.returnUrl ?? appUrl());
    return failure;
  }
}

function asSignInError(error: unknown): SignInError {
  if (error instanceof SignInError) return error;
  return new SignInError('not-loaded', 'session/oidc');
}
