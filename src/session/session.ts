import { SessionEndedError } from './SessionEndedError.ts';
import { currentSession, endSession } from './sessionStore.ts';
import { TRANSFER_SERVER } from './tokens.ts';

/**
 * The access token to send to a resource server ("transfer.api.globus.org", an endpoint's id, ...).
 *
 * @throws SessionEndedError when nobody is signed in, or the session holds no token for it
 */
export async function accessToken(resourceServer: string): Promise<string> {
  const token = currentSession()?.tokens[resourceServer];
  if (!token) throw new SessionEndedError(resourceServer);
  return token.accessToken;
}

/**
 * Takes note that a service answered 401 to a token.
 *
 * @returns true when a newer token is there by now and the call may be repeated once; false when the session
 * is over, which everybody who watches the session is told
 */
export async function reportUnauthorized(resourceServer: string, refusedToken: string): Promise<boolean> {
  const token = currentSession()?.tokens[resourceServer];
  if (token && token.accessToken !== refusedToken) return true;
  // A refused endpoint token ends one page's access, not the session.
  if (resourceServer === TRANSFER_SERVER) endSession();
  return false;
}
