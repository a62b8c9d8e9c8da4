import type { KoaContextWithOIDC, Provider } from 'oidc-provider';
import type { Authentication } from '../../world/tokens.ts';
import { PATHS } from '../paths.ts';
import { REQUESTED_SCOPE_PARAMETER, requestedScopes } from '../policy/promptPolicy.ts';
import { OFFLINE_ACCESS } from '../scopes/scopeRegistry.ts';
import { parseScopes } from '../scopes/scopes.ts';
import type { AuthState } from '../state/authState.ts';

const OIDC_SCOPES = ['openid', 'profile', 'email'];

/**
 * Adapts oidc-provider to the authorize requests of Globus. It gets only the scopes that it understands, and the
 * original ones in a parameter of their own. Records each authentication, and the grant of each code.
 */
export function handleAuthorizeRequests(provider: Provider, state: AuthState): void {
  provider.use(async (ctx, next) => {
    const isAuthorize = ctx.path === PATHS.authorize;
    if (isAuthorize) ctx.query = withProviderScopes(ctx.query);
    await next();
    if (isAuthorize || ctx.path.startsWith(`${PATHS.authorize}/`)) removeIssuer(ctx as KoaContextWithOIDC);
  });

  provider.on('interaction.ended', ({ oidc }) => {
    const { session, result } = oidc;
    const authentication = result?.authentication as Authentication | undefined;
    if (!session?.accountId || !authentication) return;
    state.sessions.record(session.uid, session.accountId, authentication);
  });

  provider.on('authorization.success', ({ oidc }) => {
    const grantId = oidc.authorizationCode?.grantId;
    const person = state.directory.personOf(oidc.session?.accountId ?? '');
    if (grantId === undefined || !person || !oidc.client) return;
    const authentications = state.sessions.authenticationsOf(oidc.session?.uid);
    const clientState = oidc.params?.state;
    state.authorizations.set(grantId, {
      clientId: oidc.client.clientId,
      scopes: requestedScopes(oidc.params),
      state: typeof clientState === 'string' ? clientState : undefined,
      subject: {
        identityId: person.identities[0].id,
        identityIds: person.identities.map(({ id }) => id),
        authentications: () => authentications,
      },
      accessTokens: [],
    });
  });
}

type Query = KoaContextWithOIDC['query'];

function withProviderScopes({ scope, access_type: accessType, ...others }: Query): Query {
  // oidc-provider rejects a repeated parameter.
  if (Array.isArray(scope)) return { ...others, scope };
  const offline = accessType === 'offline' ? [OFFLINE_ACCESS] : [];
  const requested = [scope ?? '', ...offline].join(' ').trim();
  const topLevel = topLevelNames(requested);
  // Without openid, oidc-provider rejects parameters that Globus accepts, such as nonce. The exchange then removes the
  // id_token.
  const supported = OIDC_SCOPES.filter((name) => name === 'openid' || topLevel.includes(name));
  return { ...others, scope: supported.join(' '), [REQUESTED_SCOPE_PARAMETER]: requested };
}

function topLevelNames(text: string): string[] {
  try {
    return parseScopes(text).map(({ scope }) => scope);
  } catch {
    // The check of the parameter rejects it later, when oidc-provider knows the redirect URI.
    return [];
  }
}

/** Removes `iss` from the redirect. Globus doesn't send it, so an app must not rely on it. */
function removeIssuer(ctx: KoaContextWithOIDC): void {
  const location = ctx.response.get('Location');
  if (!URL.canParse(location)) return;
  const url = new URL(location);
  if (!url.searchParams.has('iss')) return;
  url.searchParams.delete('iss');
  ctx.set('Location', url.href);
}
