import { AUTH_RESOURCE_SERVER } from '../scopes/fixedScopes.ts';
import { OFFLINE_ACCESS } from '../scopes/scopeRegistry.ts';
import type { ScopeNode } from '../scopes/scopes.ts';
import { formatScopes, mergeScopes } from '../scopes/scopes.ts';
import type { AuthState } from '../state/authState.ts';
import type { TokenSubject } from '../state/refreshTokens.ts';

/** The token of one resource server, in the format of the token endpoint. */
export interface ResourceServerToken {
  access_token: string;
  /** Without nested scopes, which are consents and not part of the token's own scope. */
  scope: string;
  expires_in: number;
  token_type: 'Bearer';
  resource_server: string;
  refresh_token?: string;
}

export interface AccessTokenRequest {
  clientId: string;
  subject: TokenSubject;
  scopes: readonly ScopeNode[];
}

/** Returns whether the scopes request refresh tokens. */
export function includesOfflineAccess(scopes: readonly ScopeNode[]): boolean {
  return scopes.some(({ scope }) => scope === OFFLINE_ACCESS);
}

/** Groups scopes by resource server: Auth first, the others in the order of the request. */
export function groupByResourceServer(
  state: AuthState,
  scopes: readonly ScopeNode[],
): Map<string, ScopeNode[]> {
  const groups = new Map<string, ScopeNode[]>();
  const isForAuth = (node: ScopeNode) => state.scopes.resourceServerOf(node.scope) === AUTH_RESOURCE_SERVER;
  const ordered = [...scopes.filter(isForAuth), ...scopes.filter((node) => !isForAuth(node))];
  for (const node of ordered) {
    const server = state.scopes.resourceServerOf(node.scope);
    if (server !== undefined) groups.set(server, [...(groups.get(server) ?? []), node]);
  }
  return groups;
}

/**
 * Issues an access token for one resource server. The stored scope includes all nested scopes that the person has ever
 * allowed the client, because the resource server looks for them there.
 */
export function issueAccessToken(
  state: AuthState,
  resourceServer: string,
  { clientId, subject, scopes }: AccessTokenRequest,
): ResourceServerToken {
  const names = new Set(scopes.map(({ scope }) => scope));
  const granted = state.consents.grantedTo(clientId, subject.identityId);
  const consented = granted.filter(({ scope }) => names.has(scope));
  const lifetimeSeconds = state.settings.accessTokenLifetimeSeconds;
  const { token } = state.options.tokens.issue({
    ...subject,
    clientId,
    resourceServer,
    scope: formatScopes(mergeScopes(scopes, consented)),
    lifetimeSeconds,
  });
  return {
    access_token: token,
    scope: [...names].join(' '),
    expires_in: lifetimeSeconds,
    token_type: 'Bearer',
    resource_server: resourceServer,
  };
}

/** Returns a token response: the first token at the top level, the others in `other_tokens`. */
export function tokenResponse(
  { settings }: AuthState,
  parts: readonly ResourceServerToken[],
  extra: Record<string, string | undefined> = {},
) {
  const [top, ...others] = settings.sparseTokenResponses ? parts.map(sparse) : parts;
  const present = Object.fromEntries(Object.entries(extra).filter(([, value]) => value !== undefined));
  const body = { ...top, ...present };
  if (others.length > 0 || !settings.sparseTokenResponses) return { ...body, other_tokens: others };
  return { ...body, resource_server: undefined, other_tokens: null };
}

/** Returns a token with its lifetime as a string and no scope. */
function sparse(part: ResourceServerToken) {
  return { ...part, scope: null, expires_in: String(part.expires_in) };
}
