import { setTimeout as delay } from 'node:timers/promises';
import type { KoaContextWithOIDC, Provider } from 'oidc-provider';
import type { Authorization, AuthState } from './authState.ts';
import { alterIdToken } from './idTokenFaults.ts';
import { OFFLINE_ACCESS, TRANSFER_RESOURCE_SERVER } from './knownScopes.ts';
import type { NextSignIn } from './switches.ts';
import type { TokenPart } from './tokenAnswer.ts';
import { asksOffline, byResourceServer, issueAccessToken, tokenAnswer } from './tokenAnswer.ts';

/**
 * After oidc-provider has checked a code, its verifier and its redirect address, puts Globus' tokens in the place
 * of the provider's single one. What the id_token claims stays the provider's own.
 */
export function answerCodeExchanges(provider: Provider, state: AuthState): void {
  provider.use(async (ctx, next) => {
    await next();
    const { oidc } = ctx as Partial<KoaContextWithOIDC>;
    if (oidc?.route !== 'token' || oidc.params?.grant_type !== 'authorization_code') return;
    const { nextSignIn } = state.switches;
    state.switches.nextSignIn = {};

    const authorization = state.authorizations.get(oidc.entities.Grant?.jti ?? '');
    if (ctx.status === 200 && authorization) {
      // The provider's own access token is good for nothing here.
      await oidc.accessToken?.destroy();
      const { id_token: idToken } = ctx.body as { id_token?: string };
      ctx.body = await exchange(state, authorization, {
        clientId: state.setUp.client.id,
        grantId: oidc.entities.Grant?.jti ?? '',
        idToken,
        nextSignIn,
      });
    }
    if (nextSignIn.tokenEndpoint) await misbehave(ctx as KoaContextWithOIDC, nextSignIn.tokenEndpoint);
  });

  // A code that is used twice has leaked: everything that came of it ends (RFC 6749, 4.1.2).
  provider.on('grant.revoked', (_ctx, grantId) => {
    const leaked = new Set(state.authorizations.get(grantId)?.accessTokens);
    for (const ended of state.refreshTokens.end((token) => token.grantId === grantId)) {
      for (const token of ended.accessTokens) leaked.add(token);
    }
    state.setUp.tokens.revoke(({ token }) => leaked.has(token));
  });
}

interface Exchange {
  clientId: string;
  grantId: string;
  idToken: string | undefined;
  nextSignIn: NextSignIn;
}

async function exchange(state: AuthState, authorization: Authorization, request: Exchange) {
  const { idToken, nextSignIn } = request;
  const parts = issueAll(state, authorization, request);
  authorization.accessTokens = parts.map(({ access_token }) => access_token);
  const { clock } = state.setUp;
  const asksIdToken = authorization.scopes.some(({ scope }) => scope === 'openid');
  const altered =
    idToken === undefined || !asksIdToken
      ? undefined
      : await alterIdToken(idToken, { clock, fault: nextSignIn.idToken, key: state.signingKey });
  return tokenAnswer(state, inAnswer(parts, nextSignIn), { id_token: altered, state: authorization.state });
}

function issueAll(
  state: AuthState,
  authorization: Authorization,
  { clientId, grantId }: Exchange,
): TokenPart[] {
  const { holder, scopes } = authorization;
  const wanted = scopes.filter(({ scope }) => scope !== OFFLINE_ACCESS);
  return [...byResourceServer(state, wanted)].map(([resourceServer, nodes]) => {
    const part = issueAccessToken(state, resourceServer, { holder, scopes: nodes });
    if (!asksOffline(scopes)) return part;
    const { token } = state.refreshTokens.issue({
      clientId,
      resourceServer,
      scopes: nodes,
      holder,
      grantId,
      accessTokens: [part.access_token],
    });
    return { ...part, refresh_token: token };
  });
}

/** The parts in the order, and with the omission, that the control asked for. */
function inAnswer(parts: TokenPart[], { omitTransferToken, transferTokenOnTop }: NextSignIn): TokenPart[] {
  const isTransfers = (part: TokenPart) => part.resource_server === TRANSFER_RESOURCE_SERVER;
  const others = parts.filter((part) => !isTransfers(part));
  if (omitTransferToken) return others;
  return transferTokenOnTop ? [...parts.filter(isTransfers), ...others] : parts;
}

async function misbehave(
  ctx: KoaContextWithOIDC,
  { status, body, delayMs, cut }: NonNullable<NextSignIn['tokenEndpoint']>,
): Promise<void> {
  if (delayMs !== undefined) await delay(delayMs);
  if (cut) {
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
