import {
  ErrorResponse,
  OidcClient,
  type RefreshState,
  type SigninResponse,
  WebStorageStateStore,
} from 'oidc-client-ts';
import * as v from 'valibot';
import { runtimeConfig } from '../config/runtimeConfig.ts';
import type { AuthorizationParameters } from '../domain/authorizationParameters.ts';
import { readIdentity } from './identityToken.ts';
import { safeReturnUrl } from './returnPath.ts';
import { SignInError } from './SignInError.ts';
import { scopesToRequest, USUAL_SCOPES } from './scopes.ts';
import { currentSession, restoreSession, type SignedInIdentity, saveSession } from './sessionStore.ts';
import { noteSignInReturn } from './signInReturn.ts';
import { tellSession } from './tabs.ts';
import { readTokenAnswer, type StoredToken, type TokensByServer, TRANSFER_SERVER } from './tokens.ts';

/** What one sign-in remembers across the redirect. */
const Remembered = v.object({ returnTo: v.string(), nonce: v.string() });

/**
 * The endpoints are written down instead of discovered: they are part of the contract (globus-api.md, "Signing
 * in"), it saves a round trip, and it does not depend on the discovery document being readable across origins.
 */
function oidcClient(): OidcClient {
  const { authUrl, clientId, redirectUrl } = runtimeConfig();
  return new OidcClient({
    authority: authUrl,
    client_id: clientId,
    redirect_uri: redirectUrl,
    scope: USUAL_SCOPES.join(' '),
    loadUserInfo: false,
    requestTimeoutInSeconds: 30,
    stateStore: new WebStorageStateStore({ prefix: 'globus-streams.sign-in.', store: sessionStorage }),
    metadata: {
      issuer: authUrl,
      authorization_endpoint: `${authUrl}/v2/oauth2/authorize`,
      token_endpoint: `${authUrl}/v2/oauth2/token`,
      revocation_endpoint: `${authUrl}/v2/oauth2/token/revoke`,
      jwks_uri: `${authUrl}/jwk.json`,
    },
  });
}

/** Refresh tokens are asked for only where the site wants renewal by itself. */
const extraScopes = () => (runtimeConfig().renewal === 'refresh-token' ? ['offline_access'] : []);

/** The extra query parameters of a step-up, in the form Globus Auth reads (lists comma-joined). */
function stepUpParameters(asked: AuthorizationParameters): Record<string, string> {
  const lists = {
    session_required_identities: asked.requiredIdentities,
    session_required_policies: asked.requiredPolicies,
    session_required_single_domain: asked.requiredSingleDomain,
  };
  const parameters: Record<string, string> = {};
  for (const [name, values] of Object.entries(lists))
    if (values.length > 0) parameters[name] = values.join(',');
  if (asked.requiredMfa !== null) parameters.session_required_mfa = String(asked.requiredMfa);
  if (asked.message) parameters.session_message = asked.message;
  return parameters;
}

/**
 * Prepares a sign-in and gives the address of Globus Auth to go to.
 *
 * @param returnTo the address to come back to
 * @param asked what a refused call asked for, or null for a plain sign-in
 * @throws SignInError 'storage-blocked' when this browser keeps nothing for the way back
 */
export async function authorizationUrl(
  returnTo: string,
  asked: AuthorizationParameters | null,
): Promise<string> {
  const nonce = crypto.randomUUID();
  const remembered: v.InferOutput<typeof Remembered> = { returnTo, nonce };
  try {
    const request = await oidcClient().createSigninRequest({
      state: remembered,
      scope: scopesToRequest([...extraScopes(), ...(asked?.requiredScopes ?? [])]),
      ...(asked?.prompt ? { prompt: asked.prompt } : {}),
      // Sent here and not as the library's own nonce: readIdentity checks it, and says so when it is wrong.
      extraQueryParams: { nonce, ...(asked ? stepUpParameters(asked) : {}) },
    });
    return request.url;
  } catch (error) {
    throw new SignInError('storage-blocked', error instanceof Error ? error.name : 'unknown');
  }
}

/**
 * Ends a sign-in: exchanges the code of the callback address for tokens, checks them, and starts the session.
 *
 * @param callbackUrl the address Globus sent the browser to
 * @param appUrl the address the app is served at, with a slash at its end
 * @returns the address to go on to, always inside the app
 * @throws SignInError
 */
export async function completeSignIn(callbackUrl: string, appUrl: string): Promise<string> {
  const client = oidcClient();
  const { returnTo, nonce } = await rememberedFor(client, callbackUrl);
  const returnUrl = safeReturnUrl(returnTo, appUrl);
  try {
    const response = await client.processSigninResponse(callbackUrl);
    const identity = await readIdentity(response.id_token ?? '', {
      issuer: runtimeConfig().authUrl,
      clientId: runtimeConfig().clientId,
      nonce,
      keys: await client.metadataService.getSigningKeys().catch(() => null),
    });
    startSession(identity, response);
  } catch (error) {
    throw asSignInError(error, returnUrl);
  }
  return returnUrl;
}

async function rememberedFor(client: OidcClient, callbackUrl: string) {
  try {
    const { state } = await client.readSigninResponseState(callbackUrl);
    return v.parse(Remembered, state.data);
  } catch {
    throw new SignInError('not-begun', 'No sign-in of this tab matches the answer.');
  }
}

/** oidc-client-ts leaves the raw answer's fields on its response, other_tokens among them. */
function startSession(identity: SignedInIdentity, response: SigninResponse): void {
  const tokens: TokensByServer = readTokenAnswer(response, Date.now());
  if (!tokens[TRANSFER_SERVER]) throw new SignInError('transfer-missing', `No token for ${TRANSFER_SERVER}.`);
  // A step-up brings the usual tokens; those of other servers, such as an endpoint's, go on.
  const before = currentSession() ?? restoreSession(Date.now());
  const kept = before?.identity.id === identity.id ? before.tokens : {};
  saveSession({ identity, tokens: { ...kept, ...tokens } });
  tellSession();
  noteSignInReturn();
}

function asSignInError(error: unknown, returnUrl: string): SignInError {
  if (error instanceof SignInError) return new SignInError(error.failure, error.detail, returnUrl);
  if (error instanceof ErrorResponse) {
    const detail = [error.error, error.error_description].filter(Boolean).join(': ').slice(0, 300);
    if (error.error === 'access_denied') return new SignInError('denied', detail, returnUrl);
    if (error.error === 'invalid_grant') return new SignInError('code-refused', detail, returnUrl);
    return new SignInError('refused', detail, returnUrl);
  }
  return new SignInError('unreachable', 'Globus Auth gave no usable answer.', returnUrl);
}

/**
 * Trades a refresh token for new tokens. Globus answers for the one resource server it belongs to (globus-api.md,
 * "Signing in"), and may give a new refresh token with it.
 *
 * @returns null when Globus takes this refresh token no more; the person has to sign in again
 * @throws the reason when Globus could not be asked; trying again later may help
 */
export async function renewToken(token: StoredToken): Promise<TokensByServer | null> {
  const { refreshToken, scope } = token;
  if (refreshToken === null) return null;
  // The profile is not asked for and not read: who is signed in does not change by a renewal.
  const state: RefreshState = {
    refresh_token: refreshToken,
    scope,
    session_state: null,
    profile: NOBODY,
  };
  try {
    const answer = await oidcClient().useRefreshToken({ state, timeoutInSeconds: 30 });
    return keepRefreshToken(readTokenAnswer(answer, Date.now()), refreshToken);
  } catch (error) {
    if (error instanceof ErrorResponse) return null;
    throw error;
  }
}

const NOBODY = { sub: '', iss: '', aud: '', exp: 0, iat: 0 };

/** An answer without a refresh token means that the old one goes on (RFC 6749, 6). */
function keepRefreshToken(tokens: TokensByServer, refreshToken: string): TokensByServer {
  return Object.fromEntries(
    Object.entries(tokens).map(([server, token]) => [
      server,
      { ...token, refreshToken: token.refreshToken ?? refreshToken },
    ]),
  );
}

/** Revokes every token of the session at Globus; a token that cannot be revoked does not hold up the others. */
export async function revokeTokens(tokens: TokensByServer): Promise<void> {
  const client = oidcClient();
  await Promise.allSettled(
    Object.values(tokens).flatMap(({ accessToken, refreshToken }) => [
      client.revokeToken(accessToken, 'access_token'),
      ...(refreshToken ? [client.revokeToken(refreshToken, 'refresh_token')] : []),
    ]),
  );
}
