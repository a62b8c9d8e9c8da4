import { appUrl } from '../../config/appUrl.ts';
import { showBootMessage } from '../../config/bootPicture.ts';
import { runtimeConfig } from '../../config/runtimeConfig.ts';
import { SignInError } from '../../session/sign-in/SignInError.ts';

/**
 * Whether Globus has sent the browser here. A redirect address of the site's own choice may be a page as well, such as
 * the app's root: there an answer must stand in the query.
 */
export function isCallback(): boolean {
  const { origin, pathname } = new URL(runtimeConfig().redirectUrl);
  if (location.origin !== origin || location.pathname !== pathname) return false;
  if (pathname === new URL('callback', appUrl()).pathname) return true;
  const answer = new URLSearchParams(location.search);
  return answer.has('state') && (answer.has('code') || answer.has('error'));
}

/**
 * Ends a sign-in, well or not, and puts the place the person came from into the address bar. The one-time code
 * leaves the address bar and the history before anything is done with it.
 *
 * @returns what went wrong, or null
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
