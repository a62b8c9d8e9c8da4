import { PATHS } from '../paths.ts';
import { ID_TOKEN_ALGORITHM } from '../state/signingKey.ts';

/** Returns the discovery document, with exactly the fields that Globus has. There is no end_session_endpoint. */
export function discoveryDocument(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}${PATHS.authorize}`,
    userinfo_endpoint: `${issuer}${PATHS.userinfo}`,
    token_endpoint: `${issuer}${PATHS.token}`,
    revocation_endpoint: `${issuer}${PATHS.revoke}`,
    jwks_uri: `${issuer}${PATHS.jwks}`,
    response_types_supported: ['code'],
    id_token_signing_alg_values_supported: [ID_TOKEN_ALGORITHM],
    scopes_supported: ['openid', 'email', 'profile'],
    token_endpoint_auth_methods_supported: ['client_secret_basic'],
    claims_supported: ['aud', 'email', 'exp', 'name', 'nonce', 'preferred_username', 'iat', 'iss', 'sub'],
    subject_types_supported: ['public'],
  };
}
