import { OidcClient, WebStorageStateStore } from 'oidc-client-ts';
import { namespaced } from '../../browser/namespace.ts';
import { runtimeConfig } from '../../config/runtimeConfig.ts';
import { DEFAULT_SCOPES } from '../tokens/scopes.ts';

/** The timeout of a call to Globus Auth. */
export const AUTH_TIMEOUT_SECONDS = 30;

/**
 * Creates the OAuth client. Its endpoints are fixed instead of discovered: they are part of the contract (globus-api.md,
 * "Signing in"), this saves a round trip, and the discovery document may not be readable across origins.
 *
 * @throws what the browser throws if sessionStorage is blocked
 */
export function createOidcClient(): OidcClient {
  const { authUrl, clientId, redirectUrl } = runtimeConfig();
  return new OidcClient({
    authority: authUrl,
    client_id: clientId,
    redirect_uri: redirectUrl,
    scope: DEFAULT_SCOPES.join(' '),
    loadUserInfo: false,
    requestTimeoutInSeconds: AUTH_TIMEOUT_SECONDS,
    stateStore: new WebStorageStateStore({ prefix: namespaced('auth.sign-in.'), store: sessionStorage }),
    metadata: {
      issuer: authUrl,
      authorization_endpoint: `${authUrl}/v2/oauth2/authorize`,
      token_endpoint: `${authUrl}/v2/oauth2/token`,
      revocation_endpoint: `${authUrl}/v2/oauth2/token/revoke`,
      jwks_uri: `${authUrl}/jwk.json`,
    },
  });
}
