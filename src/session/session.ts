import { currentSession, markSessionEnded } from './sessionStore.ts';
import { renewTokens } from './tokens/renewal.ts';
import { SessionEndedError } from './tokens/SessionEndedError.ts';
import { allTokenValues, TRANSFER_SERVER } from './tokens/tokens.ts';

/**
 * Returns the access token for a resource server ("transfer.api.globus.org", an endpoint's ID, ...). Renews an expired
 * token first if it has a refresh token.
 *
 * @throws SessionEndedError if no one is signed in, the session expired, or it has no token for the server
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
 * Reports that a service responded with 401 to a token. Renews the token if it has a refresh token, once for all calls
 * that were rejected together. If the Transfer token can't be renewed, the session ends, and its subscribers learn that.
 *
 * @returns true if there is a newer token, so that the call can be repeated once; otherwise false
 */
export async function reportUnauthorized(resourceServer: string, rejectedToken: string): Promise<boolean> {
  const current = () => currentSession()?.tokens[resourceServer];
  const hasNewer = () => {
    const token = current();
    return token !== undefined && token.accessToken !== rejectedToken;
  };
  if (hasNewer()) return true;
  if (current()?.refreshToken) await renewTokens(rejectedToken);
  if (hasNewer()) return true;
  // Globus Auth may have been unreachable. The refresh token stays, and monitorSessionExpiry tries it again.
  if (resourceServer === TRANSFER_SERVER && !current()?.refreshToken) markSessionEnded();
  return false;
}

/** Returns every token of the session that may still be valid, also those that newer ones replaced. */
export function knownTokens(): string[] {
  const session = currentSession();
  return session ? allTokenValues(session) : [];
}

/** Checks whether the session renews its tokens automatically, so that no one has to sign in. */
export function canRenewSilently(): boolean {
  const session = currentSession();
  return session !== null && !session.ended && Boolean(session.tokens[TRANSFER_SERVER]?.refreshToken);
}
