import { runtimeConfig } from '../config/runtimeConfig.ts';
import { revokeSession } from './revokeSession.ts';
import { clearSession, currentSession, forgetTab } from './sessionStore.ts';
import { recordSignOut } from './signOutRecord.ts';
import { broadcastSignOut } from './tabs.ts';

/**
 * Revokes every token, clears the session in all tabs and leaves the page, so that nothing stays in memory. Tabs that
 * can't hear it now find the record of it later.
 *
 * @param appUrl the address the app is served at, with a trailing slash
 * @param globusToo whether to also end the session at Globus, on its sign-out page
 */
export async function signOut(appUrl: string, globusToo: boolean): Promise<void> {
  const session = currentSession();
  if (session) {
    // First, so that the person is signed out even if another tab or a service is slow or fails.
    recordSignOut(session, Date.now());
    broadcastSignOut(session.identity.id);
    clearSession();
    await revokeSession(session);
  }
  // Again, because work in progress may have stored something.
  forgetTab();
  location.replace(globusToo ? globusSignOutUrl(appUrl) : appUrl);
}

/** Returns the address of the sign-out page of Globus, with a link back (globus-api.md, "Signing in"). */
function globusSignOutUrl(appUrl: string): string {
  const { authUrl, clientId, title } = runtimeConfig();
  const query = new URLSearchParams({ client_id: clientId, redirect_uri: appUrl, redirect_name: title });
  return `${authUrl}/v2/web/logout?${query}`;
}
