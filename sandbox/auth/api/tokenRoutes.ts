import type { Context } from 'hono';
import { Hono } from 'hono';
import type { AccessToken } from '../../world/tokens.ts';
import { PATHS } from '../paths.ts';
import { parseScopes } from '../scopes/scopes.ts';
import type { AuthState } from '../state/authState.ts';
import { personClaims } from '../state/identityDirectory.ts';
import { callingClient, textField } from './clientCredentials.ts';

/** Returns the routes that revoke, validate and introspect tokens. oidc-provider's own don't know Globus tokens. */
export function tokenRoutes(state: AuthState): Hono {
  const app = new Hono();
  const { tokens, service } = state.options;

  const invalidClient = (c: Context) => c.json({ error: 'invalid_client' }, 401);
  const isActive = (token: string) =>
    findAccessToken(token) !== undefined || state.refreshTokens.find(token) !== undefined;
  const findAccessToken = (token: string): AccessToken | undefined =>
    tokens.all().find((other) => other.token === token && tokens.find(token, other.resourceServer));

  app.post(PATHS.revoke, async (c) => {
    const form = await c.req.parseBody();
    if (!callingClient(c, form, state)) return invalidClient(c);
    const token = textField(form.token);
    if (token === '') return c.json({ error: 'invalid_request' }, 400);
    const descendants = state.refreshTokens.invalidate((other) => other.token === token);
    const ended = new Set([token, ...descendants.flatMap(({ accessTokens }) => accessTokens)]);
    tokens.revoke((other) => ended.has(other.token));
    return c.json({ active: false });
  });

  app.post(PATHS.validate, async (c) => {
    const form = await c.req.parseBody();
    if (!callingClient(c, form, state)) return invalidClient(c);
    return c.json({ active: isActive(textField(form.token)) });
  });

  app.post(PATHS.introspect, async (c) => {
    const form = await c.req.parseBody();
    const caller = callingClient(c, form, state);
    if (!caller || caller === 'none' || caller.secret === undefined) return invalidClient(c);
    const token = findAccessToken(textField(form.token));
    // The service client stands for a resource server. Other clients can introspect only their own tokens.
    const isAllowed = caller.id === service.id || caller.id === token?.clientId;
    if (!token || !isAllowed) return c.json({ active: false });
    return c.json(introspection(state, token, textField(form.include).split(',')));
  });
  return app;
}

/** Returns what a resource server learns about a token. The optional members are those named in `include`. */
function introspection(state: AuthState, token: AccessToken, include: string[]) {
  const { issuer, client } = state.options;
  const identity = state.directory.identityOf(token.identityId);
  const person = state.directory.personOf(token.identityId);
  const authentications = token.authentications();
  return {
    active: true,
    token_type: 'Bearer',
    scope: parseScopes(token.scope)
      .map(({ scope }) => scope)
      .join(' '),
    // The control API issues tokens for the dashboard.
    client_id: token.clientId ?? client.id,
    sub: token.identityId,
    username: identity?.username,
    name: identity?.name,
    email: identity?.email,
    iss: issuer,
    aud: [token.resourceServer],
    iat: Math.floor(token.issuedAt / 1000),
    nbf: Math.floor(token.issuedAt / 1000),
    exp: Math.floor(token.expiresAt / 1000),
    ...(include.includes('identity_set') && { identity_set: token.identityIds }),
    ...(include.includes('identity_set_detail') &&
      person && { identity_set_detail: personClaims(person, authentications).identity_set }),
    ...(include.includes('session_info') && {
      session_info: {
        authentications: Object.fromEntries(
          authentications.map(({ identityId, authenticatedAt, mfa }) => [
            identityId,
            {
              acr: null,
              amr: mfa ? ['mfa'] : null,
              idp: state.directory.identityOf(identityId)?.identityProvider ?? null,
              auth_time: Math.floor(authenticatedAt / 1000),
              custom_claims: {},
            },
          ]),
        ),
      },
    }),
  };
}
