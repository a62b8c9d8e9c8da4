import { runtimeConfig } from '../config/runtimeConfig.ts';
import { currentSession, forgetSession } from './sessionStore.ts';

/**
 * Revokes every token, forgets the session and leaves the page, so that nothing of it stays in memory.
 *
 * @param appUrl the address the app is served at, with a slash at its end
 * @param globusToo whether to end the session at Globus itself, on its sign-out page
 */
export async function signOut(appUrl: string, globusToo: boolean): Promise<void> {
  const tokens = currentSession()?.tokens;
  if (tokens) {
    const { revokeTokens } = await import('./oidc.ts');
    await revokeTokens(tokens);
  }
  forgetSession();
  location.replace(globusToo ? globusSignOutUrl(appUrl) : appUrl);
}

/** Globus' own sign-out page, with a link back (globus-api.md, "Signing in"). */
function globusSignOutUrl(appUrl: string): string {
  const { authUrl, clientId, title } = runtimeConfig();
  const query = new URLSearchParams({ client_id: clientId, redirect_uri: appUrl, redirect_name: title });
  return `${authUrl}/v2/web/logout?${query}`;
}
