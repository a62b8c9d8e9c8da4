import { renew } from './renewal.ts';
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
 * Takes note that a service answered 401 to a token. Where refresh tokens are in use it is renewed, once for
 * all calls that were refused together.
 *
 * @returns true when a newer token is there by now and the call may be repeated once; false when there is none.
 * Without a good Transfer token the session is over, which everybody who watches it is told.
 */
export async function reportUnauthorized(resourceServer: string, refusedToken: string): Promise<boolean> {
  const hasNewer = () => {
    const token = currentSession()?.tokens[resourceServer];
    return token !== undefined && token.accessToken !== refusedToken;
  };
  if (hasNewer()) return true;
  if (currentSession()?.tokens[resourceServer]?.refreshToken) await renew();
  if (hasNewer()) return true;
  if (resourceServer === TRANSFER_SERVER) endSession();
  return false;
}
