import { SessionEndedError } from './SessionEndedError.ts';
import { currentSession, markSessionEnded } from './sessionStore.ts';
import { renewTokens } from './tokens/renewal.ts';
import { TRANSFER_SERVER } from './tokens/tokens.ts';

/**
 * The access token to send to a resource server ("transfer.api.globus.org", an endpoint's id, ...). One whose time
 * is over is renewed first where that goes by itself.
 *
 * @throws SessionEndedError when nobody is signed in, the session is over, or it holds no token for the server
 */
export async function getAccessToken(resourceServer: string): Promise<string> {
  const token = currentSession()?.tokens[resourceServer];
  if (token && token.refreshToken !== null && token.expiresAtMs <= Date.now()) await renewTokens();
  const session = currentSession();
  const newest = session?.tokens[resourceServer];
  if (!newest || session?.ended) throw new SessionEndedError();
  return newest.accessToken;
}

/**
 * Takes note that a service answered 401 to a token. Where refresh tokens are in use it is renewed, once for
 * all calls that were refused together.
 *
 * @returns true when a newer token is there by now and the call may be repeated once; false when there is none.
 * Without a Transfer token, and without a way to get one by itself, the session is over, which everybody who
 * watches it is told.
 */
export async function reportUnauthorized(resourceServer: string, refusedToken: string): Promise<boolean> {
  const current = () => currentSession()?.tokens[resourceServer];
  const hasNewer = () => {
    const token = current();
    return token !== undefined && token.accessToken !== refusedToken;
  };
  if (hasNewer()) return true;
  if (current()?.refreshToken) await renewTokens(refusedToken);
  if (hasNewer()) return true;
  // A refresh token that could not be tried is still a hope: the clock's next look tries it again.
  if (resourceServer === TRANSFER_SERVER && !current()?.refreshToken) markSessionEnded();
  return false;
}

/** Whether the session gets its next tokens by itself, so that nobody has to sign in meanwhile. */
export function canRenewSilently(): boolean {
  const session = currentSession();
  return session !== null && !session.ended && Boolean(session.tokens[TRANSFER_SERVER]?.refreshToken);
}
