import { ErrorResponse, type RefreshState } from 'oidc-client-ts';
import { AUTH_TIMEOUT_SECONDS, createOidcClient } from '../sign-in/oidcClient.ts';
import { NoTokenError, parseTokenResponse } from './tokenResponse.ts';
import type { StoredToken } from './tokens.ts';

/** The errors for a refresh token that no longer works (RFC 6749, 5.2). All others may be temporary. */
const FINAL_ERRORS = [
  'invalid_grant',
  'invalid_client',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
];

/** The library requires a profile. It isn't sent or read, because a renewal doesn't change the identity. */
const EMPTY_PROFILE = { sub: '', iss: '', aud: '', exp: 0, iat: 0 };

/**
 * Exchanges a refresh token for a new access token. Globus responds with the token of the one resource server that the
 * refresh token belongs to (globus-api.md, "Signing in"), and maybe a new refresh token. No scope is requested, as in the
 * SDKs of Globus, so the scope stays the same (RFC 6749, 6).
 *
 * @param server the resource server that the token belongs to
 * @returns null if Globus no longer accepts this refresh token, so that the person has to sign in again
 * @throws the reason if Globus couldn't be reached or returned no token; a later attempt may succeed
 */
export async function exchangeRefreshToken(server: string, before: StoredToken): Promise<StoredToken | null> {
  if (before.refreshToken === null) return null;
  const state: RefreshState = {
    refresh_token: before.refreshToken,
    session_state: null,
    profile: EMPTY_PROFILE,
  };
  try {
    const response = await createOidcClient().useRefreshToken({
      state,
      timeoutInSeconds: AUTH_TIMEOUT_SECONDS,
    });
    const renewed = parseTokenResponse(response, Date.now(), server)[server];
    if (!renewed) throw new NoTokenError(`Globus Auth didn’t return a token for ${server}.`);
    return withDefaults(renewed, before);
  } catch (error) {
    if (error instanceof ErrorResponse && FINAL_ERRORS.includes(error.error ?? '')) return null;
    throw error;
  }
}

/** A response without a refresh token or scope means that the old one stays valid (RFC 6749, 5.1 and 6). */
function withDefaults(renewed: StoredToken, before: StoredToken): StoredToken {
  return {
    ...renewed,
    scope: renewed.scope || before.scope,
    refreshToken: renewed.refreshToken ?? before.refreshToken,
  };
}

/** Revokes tokens at Globus in parallel. One that can't be revoked doesn't affect the others. */
export async function revokeTokens(tokens: readonly string[]): Promise<void> {
  const client = createOidcClient();
  // The type of a token is optional (RFC 7009, 2.1).
  await Promise.allSettled(tokens.map((token) => client.revokeToken(token)));
}
