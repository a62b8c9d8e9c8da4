import { ErrorResponse, type RefreshState } from 'oidc-client-ts';
import { AUTH_TIMEOUT_SECONDS, createOidcClient } from '../sign-in/oidcClient.ts';
import { NoTokenError, parseTokenResponse } from './tokenResponse.ts';
import type { StoredToken } from './tokens.ts';

/** What the token endpoint says of a refresh token that is good no more (RFC 6749, 5.2); all else may pass. */
const FINAL = [
  'invalid_grant',
  'invalid_client',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
];

/** The library wants a profile; it is not asked for and not read, since a renewal does not change who it is. */
const NOBODY = { sub: '', iss: '', aud: '', exp: 0, iat: 0 };

/**
 * Trades a refresh token for a new token. Globus answers for the one resource server it belongs to (globus-api.md,
 * "Signing in"), and may give a new refresh token with it. No scope is asked for, as in Globus' own SDKs: it then
 * stays as it was (RFC 6749, 6).
 *
 * @param server the resource server it belongs to
 * @returns null when Globus takes this refresh token no more; the person has to sign in again
 * @throws the reason when Globus could not be asked, or gave no token; trying again later may help
 */
export async function exchangeRefreshToken(server: string, before: StoredToken): Promise<StoredToken | null> {
  if (before.refreshToken === null) return null;
  const state: RefreshState = { refresh_token: before.refreshToken, session_state: null, profile: NOBODY };
  try {
    const answer = await createOidcClient().useRefreshToken({
      state,
      timeoutInSeconds: AUTH_TIMEOUT_SECONDS,
    });
    const renewed = parseTokenResponse(answer, Date.now(), server)[server];
    if (!renewed) throw new NoTokenError(`The answer holds no token for ${server}.`);
    return continued(renewed, before);
  } catch (error) {
    if (error instanceof ErrorResponse && FINAL.includes(error.error ?? '')) return null;
    throw error;
  }
}

/** An answer that names no refresh token or no scope means that the old one goes on (RFC 6749, 5.1 and 6). */
function continued(renewed: StoredToken, before: StoredToken): StoredToken {
  return {
    ...renewed,
    scope: renewed.scope || before.scope,
    refreshToken: renewed.refreshToken ?? before.refreshToken,
  };
}

/** Revokes tokens at Globus, all at once; one that cannot be revoked does not hold up the others. */
export async function revokeTokens(tokens: readonly string[]): Promise<void> {
  const client = createOidcClient();
  // Globus does not need to be told which kind a token is (RFC 7009, 2.1).
  await Promise.allSettled(tokens.map((token) => client.revokeToken(token)));
}
