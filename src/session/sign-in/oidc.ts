import { ErrorResponse, type OidcClient, type SigninResponse } from 'oidc-client-ts';
import * as v from 'valibot';
import { tabStorage } from '../../browser/storage.ts';
import { runtimeConfig } from '../../config/runtimeConfig.ts';
import type { AuthorizationParameters } from '../../domain/sign-in/authorizationParameters.ts';
import {
  currentSession,
  isDifferentIdentity,
  restoreSession,
  type SignedInIdentity,
  saveSession,
} from '../sessionStore.ts';
import { broadcastSession } from '../tabs.ts';
import { verifyIdToken } from '../tokens/identityToken.ts';
import { scopesToRequest } from '../tokens/scopes.ts';
import { revokeTokens } from '../tokens/tokenEndpoint.ts';
import { parseTokenResponse } from '../tokens/tokenResponse.ts';
import { allTokenValues, replacedRefreshTokens, TRANSFER_SERVER } from '../tokens/tokens.ts';
import { createOidcClient } from './oidcClient.ts';
import { safeReturnUrl } from './returnUrl.ts';
import { SignInError } from './SignInError.ts';
import { markSignInReturn } from './signInReturn.ts';
import { recordStepUpCompleted } from './stepUpHistory.ts';

/** How a sign-in is to be, when it is not a plain one. */
export interface SignInOptions {
  /** The address to come back to; the present one by default. */
  returnTo?: string;
  /** What a refused call asked for ("step-up"). */
  authorization?: AuthorizationParameters | null;
  /** "login" makes Globus ask who one is, though it knows; by default what the refused call said about it. */
  prompt?: 'login';
}

const texts = v.array(v.string());

/** What one sign-in remembers across the redirect. */
const Remembered = v.object({
  returnTo: v.string(),
  nonce: v.string(),
  asked: v.nullable(
    v.object({
      message: v.nullable(v.string()),
      requiredIdentities: texts,
      requiredPolicies: texts,
      requiredSingleDomain: texts,
      requiredMfa: v.nullable(v.boolean()),
      requiredScopes: texts,
      prompt: v.nullable(v.picklist(['login', 'none'])),
    }),
  ),
});
type Remembered = v.InferOutput<typeof Remembered>;

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
 * @throws SignInError 'storage-blocked' when this browser keeps nothing for the way back
 */
export async function createAuthorizationUrl(options: SignInOptions & { returnTo: string }): Promise<string> {
  const { returnTo, authorization: asked = null, prompt = asked?.prompt } = options;
  const remembered: Remembered = { returnTo, nonce: crypto.randomUUID(), asked };
  try {
    const request = await createOidcClient().createSigninRequest({
      state: remembered,
      scope: scopesToRequest([...extraScopes(), ...(asked?.requiredScopes ?? [])]),
      ...(prompt ? { prompt } : {}),
      // Sent here and not as the library's own nonce: readIdentity checks it, and says so when it is wrong.
      extraQueryParams: { nonce: remembered.nonce, ...(asked ? stepUpParameters(asked) : {}) },
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
  const client = openClient();
  const remembered = await rememberedFor(client, callbackUrl);
  const returnUrl = safeReturnUrl(remembered.returnTo, appUrl);
  let response: SigninResponse | null = null;
  try {
    response = await client.processSigninResponse(callbackUrl);
    const identity = await verifyIdToken(response.id_token ?? '', {
      issuer: runtimeConfig().authUrl,
      clientId: runtimeConfig().clientId,
      nonce: remembered.nonce,
      keys: await client.metadataService.getSigningKeys().catch(() => null),
    });
    startSession(identity, response, remembered.asked);
  } catch (error) {
    if (response) revokeUnused(response);
    throw asSignInError(error, returnUrl);
  }
  return returnUrl;
}

function openClient(): OidcClient {
  try {
    return createOidcClient();
  } catch (error) {
    throw new SignInError('storage-blocked', error instanceof Error ? error.name : 'unknown');
  }
}

async function rememberedFor(client: OidcClient, callbackUrl: string): Promise<Remembered> {
  try {
    const { state } = await client.readSigninResponseState(callbackUrl);
    return v.parse(Remembered, state.data);
  } catch {
    throw new SignInError('not-started', 'This response doesn’t match a sign-in that this tab started.');
  }
}

/** oidc-client-ts leaves the raw answer's fields on its response, other_tokens among them. */
function startSession(
  identity: SignedInIdentity,
  response: SigninResponse,
  asked: AuthorizationParameters | null,
): void {
  const nowMs = Date.now();
  const tokens = parseTokenResponse(response, nowMs);
  if (!tokens[TRANSFER_SERVER])
    throw new SignInError('transfer-missing', `Globus Auth didn’t return a token for ${TRANSFER_SERVER}.`);
  const before = currentSession() ?? restoreSession(nowMs);
  const isAnother = isDifferentIdentity(identity.id);
  // What one person typed is not for the next, unless they changed over because a site asked them to.
  if (isAnother && asked === null) tabStorage.clear();
  // A step-up brings the usual tokens; those of other servers, such as an endpoint's, go on.
  const kept = before && !isAnother ? before.tokens : {};
  saveSession({
    identity,
    tokens: { ...kept, ...tokens },
    replaced: [...(before?.replaced ?? []), ...replacedRefreshTokens(kept, tokens, nowMs)],
  });
  broadcastSession();
  if (asked) recordStepUpCompleted(asked, nowMs);
  // In somebody else's name nothing goes on by itself.
  if (!isAnother) markSignInReturn();
}

/** Tokens of a sign-in that was not accepted are of use to nobody. */
function revokeUnused(response: SigninResponse): void {
  try {
    void revokeTokens(allTokenValues({ tokens: parseTokenResponse(response, 0), replaced: [] }));
  } catch {
    // There was no token in the answer.
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
