import { setTimeout as delay } from 'node:timers/promises';
import type { KoaContextWithOIDC, Provider } from 'oidc-provider';
import { PATHS } from '../paths.ts';
import { TRANSFER_RESOURCE_SERVER } from '../scopes/fixedScopes.ts';
import { OFFLINE_ACCESS } from '../scopes/scopeRegistry.ts';
import type { NextSignInFaults } from '../state/authSettings.ts';
import type { AuthorizationGrant, AuthState } from '../state/authState.ts';
import { resignIdToken } from './idTokenFaults.ts';
import type { ResourceServerToken } from './tokenResponse.ts';
import {
  groupByResourceServer,
  includesOfflineAccess,
  issueAccessToken,
  tokenResponse,
} from './tokenResponse.ts';

/**
 * Replaces the single token of oidc-provider by the tokens of Globus, after the provider has checked the code, its
 * verifier and its redirect URI. The claims of the id_token stay those of the provider.
 */
export function handleCodeExchanges(provider: Provider, state: AuthState): void {
  provider.use(async (ctx, next) => {
    await next();
    refuseGrantLikeGlobus(ctx);
    const { oidc } = ctx as Partial<KoaContextWithOIDC>;
    if (oidc?.route !== 'token' || oidc.params?.grant_type !== 'authorization_code') return;
    const { nextSignInFaults } = state.settings;
    state.settings.nextSignInFaults = {};

    const authorization = state.authorizations.get(oidc.entities.Grant?.jti ?? '');
    if (ctx.status === 200 && authorization) {
      // Nothing here accepts the provider's own access token.
      await oidc.accessToken?.destroy();
      const { id_token: idToken } = ctx.body as { id_token?: string };
      ctx.body = await exchange(state, authorization, {
        grantId: oidc.entities.Grant?.jti ?? '',
        idToken,
        nextSignInFaults,
      });
    }
    if (nextSignInFaults.tokenEndpoint)
      await applyTokenEndpointFault(ctx as KoaContextWithOIDC, nextSignInFaults.tokenEndpoint);
  });

  // A code that is used twice has leaked. All of its tokens are revoked (RFC 6749, section 4.1.2).
  provider.on('grant.revoked', (_ctx, grantId) => {
    const leaked = new Set(state.authorizations.get(grantId)?.accessTokens);
    for (const ended of state.refreshTokens.invalidate((token) => token.grantId === grantId)) {
      for (const token of ended.accessTokens) leaked.add(token);
    }
    state.options.tokens.revoke(({ token }) => leaked.has(token));
  });
}

/** Globus refuses a code or refresh token with 401 and nothing but the error, where OAuth 2.0 says 400. */
function refuseGrantLikeGlobus(ctx: Pick<KoaContextWithOIDC, 'path' | 'body' | 'status'>): void {
  const { error } = (ctx.body ?? {}) as { error?: string };
  if (ctx.path !== PATHS.token || error !== 'invalid_grant') return;
  ctx.body = { error };
  ctx.status = 401;
}

interface Exchange {
  grantId: string;
  idToken: string | undefined;
  nextSignInFaults: NextSignInFaults;
}

async function exchange(state: AuthState, authorization: AuthorizationGrant, request: Exchange) {
  const { idToken, nextSignInFaults } = request;
  const parts = issueAll(state, authorization, request);
  authorization.accessTokens = parts.map(({ access_token }) => access_token);
  const { clock } = state.options;
  const requestsIdToken = authorization.scopes.some(({ scope }) => scope === 'openid');
  const resignedIdToken =
    idToken === undefined || !requestsIdToken
      ? undefined
      : await resignIdToken(idToken, { clock, fault: nextSignInFaults.idToken, key: state.signingKey });
  return tokenResponse(state, applyResponseFaults(parts, nextSignInFaults), {
    id_token: resignedIdToken,
    state: authorization.state,
  });
}

function issueAll(
  state: AuthState,
  authorization: AuthorizationGrant,
  { grantId }: Exchange,
): ResourceServerToken[] {
  const { clientId, subject, scopes } = authorization;
  const tokenScopes = scopes.filter(({ scope }) => scope !== OFFLINE_ACCESS);
  return [...groupByResourceServer(state, tokenScopes)].map(([resourceServer, nodes]) => {
    const part = issueAccessToken(state, resourceServer, { clientId, subject, scopes: nodes });
    if (!includesOfflineAccess(scopes)) return part;
    const { token } = state.refreshTokens.issue({
      clientId,
      resourceServer,
      scopes: nodes,
      subject,
      grantId,
      accessTokens: [part.access_token],
    });
    return { ...part, refresh_token: token };
  });
}

/** Orders the tokens of the response, or leaves one out, as the control API has set. */
function applyResponseFaults(
  parts: ResourceServerToken[],
  { omitTransferToken, transferTokenFirst }: NextSignInFaults,
): ResourceServerToken[] {
  const isForTransfer = (part: ResourceServerToken) => part.resource_server === TRANSFER_RESOURCE_SERVER;
  const others = parts.filter((part) => !isForTransfer(part));
  if (omitTransferToken) return others;
  return transferTokenFirst ? [...parts.filter(isForTransfer), ...others] : parts;
}

async function applyTokenEndpointFault(
  ctx: KoaContextWithOIDC,
  { status, body, delayMs, disconnect }: NonNullable<NextSignInFaults['tokenEndpoint']>,
): Promise<void> {
  if (delayMs !== undefined) await delay(delayMs);
  if (disconnect) {
    ctx.respond = false;
    ctx.req.socket.destroy();
    return;
  }
  if (status !== undefined) {
    ctx.body = body ?? '';
    ctx.status = status;
  } else if (body !== undefined) {
    ctx.body = body;
  }
}
