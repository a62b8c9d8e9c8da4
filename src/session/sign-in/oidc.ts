import type { JWK } from 'jose';
import { ErrorResponse, type OidcClient, type SigninResponse } from 'oidc-client-ts';
import * as v from 'valibot';
import { tabStorage } from '../../browser/storage.ts';
import { runtimeConfig } from '../../config/runtimeConfig.ts';
import type { AuthorizationParameters } from '../../domain/sign-in/authorizationParameters.ts';
import { recordSignInStarted } from '../putAway.ts';
import { revokeSession } from '../revokeSession.ts';
import {
  currentSession,
  isDifferentIdentity,
  restoreSession,
  type SignedInIdentity,
  saveSession,
} from '../sessionStore.ts';
import { lastSignOutMs } from '../signOutRecord.ts';
import { broadcastSession } from '../tabs.ts';
import { mustAskAtSignIn, recordSignIn } from '../timeLimits.ts';
import { verifyIdToken } from '../tokens/identityToken.ts';
import { scopesToRequest } from '../tokens/scopes.ts';
import { revokeTokens } from '../tokens/tokenEndpoint.ts';
import { parseTokenResponse } from '../tokens/tokenResponse.ts';
import { AUTH_SERVER, allTokenValues, replacedRefreshTokens, TRANSFER_SERVER } from '../tokens/tokens.ts';
import { createOidcClient } from './oidcClient.ts';
import { safeReturnUrl } from './returnUrl.ts';
import { SignInError } from './SignInError.ts';
import { markSignInReturn } from './signInReturn.ts';
import { recordStepUpCompleted } from './stepUpHistory.ts';
import { stepUpParameters } from './stepUpParameters.ts';

/** Options of a sign-in. */
export interface SignInOptions {
  /** The address to return to. By default, the current one. */
  returnTo?: string;
  /** What a rejected call requires ("step-up"). */
  authorization?: AuthorizationParameters | null;
  /** The scopes to request beside the usual ones. By default, all that the rejected call requires. */
  scopes?: readonly string[];
  /** "login" makes Globus ask for an identity even if it knows one. By default, what the rejected call requires. */
  prompt?: 'login';
}

const strings = v.array(v.string());

/** What a sign-in stores across the redirect. */
const StoredState = v.object({
  returnTo: v.string(),
  nonce: v.string(),
  stepUp: v.nullable(
    v.object({
      message: v.nullable(v.string()),
      requiredIdentities: strings,
      requiredPolicies: strings,
      requiredSingleDomain: strings,
      requiredMfa: v.boolean(),
      requiredScopes: strings,
      prompt: v.nullable(v.literal('login')),
    }),
  ),
});
type StoredState = v.InferOutput<typeof StoredState>;

/** Refresh tokens are requested only if the site has configured automatic renewal. */
const extraScopes = () => (runtimeConfig().renewal === 'refresh-token' ? ['offline_access'] : []);

/** Returns 256 random bits. */
const randomText = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

/**
 * Returns the scopes of the endpoints that the session has tokens for. A token belongs to the sign-in that it came from, so
 * a step-up helps a GCS Manager only if it returns a new token for it.
 */
function endpointScopes(): string[] {
  const { [AUTH_SERVER]: _auth, [TRANSFER_SERVER]: _transfer, ...others } = currentSession()?.tokens ?? {};
  return Object.values(others).map(({ scope }) => scope);
}

/**
 * Prepares a sign-in and returns the address of Globus Auth to go to.
 *
 * @throws SignInError 'storage-blocked' if this browser can't store what the return needs
 */
export async function createAuthorizationUrl(options: SignInOptions & { returnTo: string }): Promise<string> {
  const {
    returnTo,
    authorization: required = null,
    scopes = required?.requiredScopes ?? [],
    // Where sessions are limited, a sign-in that Globus completes without asking anyone would undo the limit.
    prompt = mustAskAtSignIn() ? 'login' : undefined,
  } = options;
  recordSignInStarted(Date.now());
  const state: StoredState = { returnTo, nonce: randomText(), stepUp: required };
  try {
    const request = await createOidcClient().createSigninRequest({
      state,
      // The library's own state has 122 random bits. These are sent and compared with it.
      url_state: randomText(),
      scope: scopesToRequest([...extraScopes(), ...scopes, ...(required ? endpointScopes() : [])]),
      // Not the library's own nonce: verifyIdToken checks this one, so that a wrong nonce gets its own message.
      extraQueryParams: {
        nonce: state.nonce,
        ...(required ? stepUpParameters(required) : {}),
        ...(prompt ? { prompt } : {}),
      },
    });
    return request.url;
  } catch (error) {
    throw new SignInError('storage-blocked', error instanceof Error ? error.name : 'unknown');
  }
}

/**
 * Completes a sign-in: exchanges the code in the callback URL for tokens, verifies them, and starts the session.
 *
 * @param callbackUrl the address that Globus redirected the browser to
 * @param appUrl the address the app is served at, with a trailing slash
 * @returns the address to continue at, always inside the app
 * @throws SignInError
 */
export async function completeSignIn(callbackUrl: string, appUrl: string): Promise<string> {
  const startMs = Date.now();
  const client = openClient();
  const state = await readStoredState(client, callbackUrl);
  const returnUrl = safeReturnUrl(state.returnTo, appUrl);
  let response: SigninResponse | null = null;
  try {
    response = await client.processSigninResponse(callbackUrl);
    const identity = await verifyIdToken(response.id_token ?? '', {
      issuer: runtimeConfig().authUrl,
      clientId: runtimeConfig().clientId,
      nonce: state.nonce,
      keys: await readKeys(client),
    });
    startSession(identity, response, state.stepUp, startOf(identity.id, startMs));
  } catch (error) {
    if (response) revokeUnused(response);
    throw asSignInError(error, returnUrl);
  } finally {
    await forgetSignIns(client);
  }
  return returnUrl;
}

/** @throws SignInError 'unreachable', because without the keys the ID token proves nothing */
async function readKeys(client: OidcClient): Promise<JWK[]> {
  const keys = await client.metadataService.getSigningKeys().catch(() => null);
  if (!keys) throw new SignInError('unreachable', 'The keys of Globus Auth couldn’t be loaded.');
  return keys as JWK[];
}

/** Removes what sign-ins stored, their PKCE verifiers included. A tab has one at a time, so earlier ones were abandoned. */
async function forgetSignIns({ settings: { stateStore } }: OidcClient): Promise<void> {
  for (const key of await stateStore.getAllKeys()) await stateStore.remove(key);
}

function openClient(): OidcClient {
  try {
    return createOidcClient();
  } catch (error) {
    throw new SignInError('storage-blocked', error instanceof Error ? error.name : 'unknown');
  }
}

async function readStoredState(client: OidcClient, callbackUrl: string): Promise<StoredState> {
  try {
    const { state, response } = await client.readSigninResponseState(callbackUrl);
    if (response.url_state !== state.url_state) throw new Error('This is another state.');
    return v.parse(StoredState, state.data);
  } catch {
    throw new SignInError('not-started', 'This response doesn’t match a sign-in that this tab started.');
  }
}

/**
 * Returns the start of a new session, always later than the person's last sign-out, even if the clock was set back since.
 *
 * @throws SignInError 'code-rejected' if they signed out in another tab while this one completed the sign-in
 */
function startOf(identityId: string, startMs: number): number {
  const signedOutMs = lastSignOutMs(identityId);
  if (signedOutMs >= startMs && signedOutMs <= Date.now())
    throw new SignInError('code-rejected', 'You signed out in another tab.');
  return Math.max(startMs, signedOutMs + 1);
}

/** Takes the tokens from the response. oidc-client-ts leaves all fields of Globus Auth on it, `other_tokens` included. */
function startSession(
  identity: SignedInIdentity,
  response: SigninResponse,
  stepUp: AuthorizationParameters | null,
  startedAtMs: number,
): void {
  const nowMs = Date.now();
  const tokens = parseTokenResponse(response, nowMs);
  if (!tokens[TRANSFER_SERVER])
    throw new SignInError('transfer-missing', `Globus Auth didn’t return a token for ${TRANSFER_SERVER}.`);
  const before = currentSession() ?? restoreSession(nowMs);
  const isDifferent = isDifferentIdentity(identity.id);
  // One person's drafts are not for the next, unless a site required the different identity.
  if (isDifferent && stepUp === null) tabStorage.clear();
  // A step-up returns only the usual tokens. Those of other servers, such as an endpoint, stay in use.
  const earlier = before && !isDifferent ? before.tokens : {};
  if (before && isDifferent) void revokeSession(before);
  saveSession({
    identity,
    startedAtMs,
    lookOnly: false,
    tokens: { ...earlier, ...tokens },
    replaced: [
      ...(isDifferent ? [] : (before?.replaced ?? [])),
      ...replacedRefreshTokens(earlier, tokens, nowMs),
    ],
  });
  recordSignIn();
  broadcastSession();
  if (stepUp) recordStepUpCompleted(stepUp, nowMs);
  // Nothing continues automatically as a different person.
  if (!isDifferent) markSignInReturn();
}

/** Revokes the tokens of a sign-in that wasn't accepted. */
function revokeUnused(response: SigninResponse): void {
  try {
    void revokeTokens(allTokenValues({ tokens: parseTokenResponse(response, 0), replaced: [] }));
  } catch {
    // The response contained no token.
  }
}

function asSignInError(error: unknown, returnUrl: string): SignInError {
  if (error instanceof SignInError) return new SignInError(error.failure, error.detail, returnUrl);
  if (error instanceof ErrorResponse) {
    const words = [error.error, error.error_description].filter(Boolean).join(': ').slice(0, 300);
    const detail = `Globus says: “${words}”`;
    if (error.error === 'access_denied') return new SignInError('denied', detail, returnUrl);
    if (error.error === 'invalid_grant') return new SignInError('code-rejected', detail, returnUrl);
    return new SignInError('rejected', detail, returnUrl);
  }
  return new SignInError('unreachable', 'Globus Auth returned an unusable response.', returnUrl);
}
