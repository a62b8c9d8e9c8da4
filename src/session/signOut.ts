import { runtimeConfig } from '../config/runtimeConfig.ts';
import { clearSession, currentSession, forgetTab } from './sessionStore.ts';
import { broadcastSignOut } from './tabs.ts';
import { allTokenValues } from './tokens/tokens.ts';

/** How long a slow Globus may hold up a sign-out. */
const REVOKE_MS = 10_000;

/**
 * Revokes every token, forgets the session and leaves the page, so that nothing of it stays in memory.
 *
 * @param appUrl the address the app is served at, with a slash at its end
 * @param globusToo whether to end the session at Globus itself, on its sign-out page
 */
export async function signOut(appUrl: string, globusToo: boolean): Promise<void> {
  const session = currentSession();
  if (session) {
    // First, so that neither another tab nor a slow or failing service keeps anybody signed in here.
    broadcastSignOut(session.identity.id);
    clearSession();
    await Promise.race([revokeAll(allTokenValues(session)), passed(REVOKE_MS)]);
  }
  // What was under way may have put something away meanwhile.
  forgetTab();
  location.replace(globusToo ? globusSignOutUrl(appUrl) : appUrl);
}

/** Best effort: tokens that cannot be revoked now end by themselves. */
async function revokeAll(tokens: readonly string[]): Promise<void> {
  try {
    const { revokeTokens } = await import('./tokens/tokenEndpoint.ts');
    await revokeTokens(tokens);
  } catch {
    // The code could not be fetched; the page forgets the tokens all the same.
  }
}

const passed = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Globus' own sign-out page, with a link back (globus-api.md, "Signing in"). */
function globusSignOutUrl(appUrl: string): string {
  const { authUrl, clientId, title } = runtimeConfig();
  const query = new URLSearchParams({ client_id: clientId, redirect_uri: appUrl, redirect_name: title });
  return `${authUrl}/v2/web/logout?${query}`;
}
