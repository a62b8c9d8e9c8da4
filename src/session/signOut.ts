import { runtimeConfig } from '../config/runtimeConfig.ts';
import { clearSession, currentSession, forgetTab } from './sessionStore.ts';
import { broadcastSignOut } from './tabs.ts';
import { allTokenValues } from './tokens/tokens.ts';

/** How long a sign-out waits for Globus, in milliseconds. */
const REVOKE_TIMEOUT_MS = 10_000;

/**
 * Revokes every token, clears the session and leaves the page, so that nothing stays in memory.
 *
 * @param appUrl the address the app is served at, with a trailing slash
 * @param globusToo whether to also end the session at Globus, on its sign-out page
 */
export async function signOut(appUrl: string, globusToo: boolean): Promise<void> {
  const session = currentSession();
  if (session) {
    // First, so that the person is signed out even if another tab or a service is slow or fails.
    broadcastSignOut(session.identity.id);
    clearSession();
    await Promise.race([revokeAll(allTokenValues(session)), delay(REVOKE_TIMEOUT_MS)]);
  }
  // Again, because work in progress may have stored something.
  forgetTab();
  location.replace(globusToo ? globusSignOutUrl(appUrl) : appUrl);
}

/** Best effort: a token that can't be revoked now expires on its own. */
async function revokeAll(tokens: readonly string[]): Promise<void> {
  try {
    const { revokeTokens } = await import('./tokens/tokenEndpoint.ts');
    await revokeTokens(tokens);
  } catch {
    // The code couldn't be loaded. The page clears the tokens anyway.
  }
}

const delay = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Returns the address of the sign-out page of Globus, with a link back (globus-api.md, "Signing in"). */
function globusSignOutUrl(appUrl: string): string {
  const { authUrl, clientId, title } = runtimeConfig();
  const query = new URLSearchParams({ client_id: clientId, redirect_uri: appUrl, redirect_name: title });
  return `${authUrl}/v2/web/logout?${query}`;
}
