import type { Provider } from 'oidc-provider';
import { InvalidGrant, InvalidRequest, InvalidScope } from 'oidc-provider/lib/helpers/errors.js';
import { OFFLINE_ACCESS } from '../scopes/scopeRegistry.ts';
import type { ScopeNode } from '../scopes/scopes.ts';
import { parseScopes, ScopeSyntaxError } from '../scopes/scopes.ts';
import type { AuthState } from '../state/authState.ts';
import { groupByResourceServer, issueAccessToken, tokenResponse } from './tokenResponse.ts';

/**
 * Parses a scope parameter.
 *
 * @throws InvalidScope if it has a syntax error, no scope, or a scope that doesn't exist
 */
export function parseKnownScopes(state: AuthState, text: unknown): ScopeNode[] {
  const requested = typeof text === 'string' ? text : '';
  try {
    const nodes = parseScopes(requested);
    const unknown = state.scopes.findUnknown(nodes);
    if (nodes.length === 0) throw new InvalidScope('no scope was requested', requested);
    if (unknown.length > 0) throw new InvalidScope(`unknown scope(s): ${unknown.join(', ')}`, requested);
    return nodes;
  } catch (error) {
    if (error instanceof ScopeSyntaxError) throw new InvalidScope(error.message, requested);
    throw error;
  }
}

/**
 * Registers the grant types whose responses oidc-provider can't produce, because Globus returns a token for each
 * resource server. The provider still authenticates the client and parses the parameters.
 */
export function registerGrantTypes(provider: Provider, state: AuthState): void {
  provider.registerGrantType<{ refresh_token?: string }>(
    'refresh_token',
    (ctx) => {
      const { client, params } = ctx.oidc;
      if (!params.refresh_token) throw new InvalidRequest('missing required parameter refresh_token');
      const used = state.refreshTokens.find(params.refresh_token);
      if (!used || used.clientId !== client.clientId) throw new InvalidGrant('refresh token is not valid');
      state.refreshTokens.invalidate(({ token }) => token === used.token);
      const part = issueAccessToken(state, used.resourceServer, used);
      const next = state.refreshTokens.issue({
        ...used,
        accessTokens: [...used.accessTokens, part.access_token],
      });
      ctx.body = tokenResponse(state, [{ ...part, refresh_token: next.token }]);
    },
    ['refresh_token', 'scope'],
  );

  provider.registerGrantType(
    'client_credentials',
    (ctx) => {
      const { clientId } = ctx.oidc.client;
      // The identity of a client has the ID of the client.
      const subject = { identityId: clientId, identityIds: [clientId], authentications: () => [] };
      const scopes = parseKnownScopes(state, ctx.oidc.params.scope).filter(
        ({ scope }) => scope !== OFFLINE_ACCESS,
      );
      const parts = [...groupByResourceServer(state, scopes)].map(([server, nodes]) =>
        issueAccessToken(state, server, { clientId, subject, scopes: nodes }),
      );
      if (parts.length === 0) throw new InvalidScope('no scope was requested', '');
      ctx.body = tokenResponse(state, parts);
    },
    ['scope'],
  );
}
