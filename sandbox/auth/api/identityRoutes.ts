import type { Context } from 'hono';
import { Hono } from 'hono';
import type { AccessToken } from '../../world/tokens.ts';
import { PATHS } from '../paths.ts';
import { AUTH_RESOURCE_SERVER, VIEW_IDENTITIES } from '../scopes/fixedScopes.ts';
import { parseScopes } from '../scopes/scopes.ts';
import type { AuthState } from '../state/authState.ts';
import type { ServiceIdentity } from '../state/identityDirectory.ts';
import { claimsForScopes } from '../state/identityDirectory.ts';
import { apiErrorResponse } from './apiErrors.ts';

function scopeNamesOf(token: AccessToken): string[] {
  return parseScopes(token.scope).map(({ scope }) => scope);
}

/** Returns an identity in the format of the identities API. */
function identityDocument(identity: ServiceIdentity) {
  return {
    id: identity.id,
    username: identity.username,
    name: identity.name ?? null,
    email: identity.email ?? null,
    organization: identity.organization ?? null,
    identity_provider: identity.identityProvider ?? null,
    identity_type: 'login',
    status: 'used',
  };
}

/** Returns the routes of userinfo and identities, which require an access token for Auth itself. */
export function identityRoutes(state: AuthState): Hono {
  const app = new Hono();

  /** Returns the access token of the request, or an error response. */
  const authorize = (c: Context, ...anyOf: string[]): AccessToken | Response => {
    const bearer = /^Bearer ([^\s]+)$/i.exec(c.req.header('Authorization') ?? '')?.[1] ?? '';
    const token = state.options.tokens.find(bearer, AUTH_RESOURCE_SERVER);
    if (!token) return apiErrorResponse(c, 401, 'Call must be authenticated');
    const allowed = scopeNamesOf(token).some((scope) => anyOf.includes(scope));
    return allowed ? token : apiErrorResponse(c, 403, `Call needs one of these scopes: ${anyOf.join(', ')}`);
  };

  app.on(['GET', 'POST'], PATHS.userinfo, (c) => {
    const token = authorize(c, 'openid');
    if (token instanceof Response) return token;
    const person = state.directory.personOf(token.identityId);
    if (person) return c.json(claimsForScopes(person, token.authentications(), scopeNamesOf(token)));
    // A client that acts for itself has an identity of its own, with a username made from its ID.
    const username = `${token.identityId}@clients.auth.globus.org`;
    return c.json({ sub: token.identityId, preferred_username: username });
  });

  app.get(PATHS.identities, (c) => {
    const token = authorize(c, VIEW_IDENTITIES, 'openid');
    if (token instanceof Response) return token;
    const { ids, usernames } = c.req.query();
    if ((ids === undefined) === (usernames === undefined)) {
      return apiErrorResponse(c, 400, 'Give either ids or usernames');
    }
    const requested = (ids ?? usernames ?? '').split(',').map((name) => name.trim());
    // `ids` matches only IDs, and `usernames` only usernames.
    const kind = ids === undefined ? 'username' : 'id';
    const found = [...new Set(requested)].flatMap((name) => {
      const identity = state.directory.identityOf(name);
      return identity?.[kind] === name ? identity : [];
    });
    return c.json({ identities: found.map(identityDocument) });
  });

  app.get(`${PATHS.identities}/:id`, (c) => {
    const token = authorize(c, VIEW_IDENTITIES, 'openid');
    if (token instanceof Response) return token;
    const identity = state.directory.identityOf(c.req.param('id'));
    return identity
      ? c.json({ identity: identityDocument(identity) })
      : apiErrorResponse(c, 404, 'No such identity');
  });
  return app;
}
