import { timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { Hono } from 'hono';
import type { AccessToken } from '../../world/tokens.ts';
import { PATHS } from '../paths.ts';
import { parseScopes } from '../scopes/scopes.ts';
import type { AuthState } from '../state/authState.ts';
import { personClaims } from '../state/identityDirectory.ts';

type Form = Record<string, unknown>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Returns the client's ID and secret from HTTP Basic authentication, or else from the form. */
function credentials(c: Context, form: Form): { id: string; secret: string } {
  const basic = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(c.req.header('Authorization') ?? '')?.[1];
  if (basic === undefined) return { id: text(form.client_id), secret: text(form.client_secret) };
  const [id = '', ...secret] = Buffer.from(basic, 'base64').toString('utf8').split(':');
  return { id, secret: secret.join(':') };
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Returns the routes that revoke, validate and introspect tokens. oidc-provider's own don't know Globus tokens. */
export function tokenRoutes(state: AuthState): Hono {
  const app = new Hono();
  const { tokens, service, client } = state.options;

  const isService = ({ id, secret }: { id: string; secret: string }) =>
    id === service.id && isSame(secret, service.secret);
  const invalidClient = (c: Context) => c.json({ error: 'invalid_client' }, 401);
  const isActive = (token: string) =>
    findAccessToken(token) !== undefined || state.refreshTokens.find(token) !== undefined;
  const findAccessToken = (token: string): AccessToken | undefined =>
    tokens.all().find((other) => other.token === token && tokens.find(token, other.resourceServer));

  app.post(PATHS.revoke, async (c) => {
    const form = await c.req.parseBody();
    const caller = credentials(c, form);
    const isKnown = caller.id === '' || caller.id === client.id || isService(caller);
    if (!isKnown) return invalidClient(c);
    const token = text(form.token);
    if (token === '') return c.json({ error: 'invalid_request' }, 400);
    const descendants = state.refreshTokens.invalidate((other) => other.token === token);
    const ended = new Set([token, ...descendants.flatMap(({ accessTokens }) => accessTokens)]);
    tokens.revoke((other) => ended.has(other.token));
    return c.json({ active: false });
  });

  app.post(PATHS.validate, async (c) => {
    const form = await c.req.parseBody();
    return c.json({ active: isActive(text(form.token)) });
  });

  app.post(PATHS.introspect, async (c) => {
    const form = await c.req.parseBody();
    if (!isService(credentials(c, form))) return invalidClient(c);
    const token = findAccessToken(text(form.token));
    return c.json(token ? introspection(state, token, text(form.include).split(',')) : { active: false });
  });
  return app;
}

/** Returns what a resource server learns about a token. The optional members are those named in `include`. */
function introspection(state: AuthState, token: AccessToken, include: string[]) {
  const { issuer, client, service } = state.options;
  const identity = state.directory.identityOf(token.identityId);
  const person = state.directory.personOf(token.identityId);
  const authentications = token.authentications();
  return {
    active: true,
    token_type: 'Bearer',
    scope: parseScopes(token.scope)
      .map(({ scope }) => scope)
      .join(' '),
    client_id: token.identityId === service.identity.id ? service.id : client.id,
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
            { auth_time: Math.floor(authenticatedAt / 1000), amr: mfa ? ['mfa'] : null, acr: null },
          ]),
        ),
      },
    }),
  };
}
