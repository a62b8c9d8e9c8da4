import { AUTH_RESOURCE_SERVER, OFFLINE_ACCESS } from '../scopes/scopeRegistry.ts';
import type { ScopeNode } from '../scopes/scopes.ts';
import { formatScopes, mergeScopes } from '../scopes/scopes.ts';
import type { AuthState } from '../state/authState.ts';
import type { TokenSubject } from '../state/refreshTokens.ts';

/** One resource server's token, as the token endpoint answers it. */
export interface ResourceServerToken {
  access_token: string;
  /** Without the nested scopes: those are consents, not part of the token's own scope. */
  scope: string;
  expires_in: number;
  token_type: 'Bearer';
  resource_server: string;
  refresh_token?: string;
}

export interface AccessTokenRequest {
  subject: TokenSubject;
  scopes: readonly ScopeNode[];
}

const OFFLINE = (node: ScopeNode) => node.scope === OFFLINE_ACCESS;

/** Whether refresh tokens were asked for. */
export function includesOfflineAccess(scopes: readonly ScopeNode[]): boolean {
  return scopes.some(OFFLINE);
}

/** The scopes by the resource server they are for: Auth's first, the others in the order they were asked. */
export function groupByResourceServer(
  state: AuthState,
  scopes: readonly ScopeNode[],
): Map<string, ScopeNode[]> {
  const groups = new Map<string, ScopeNode[]>();
  const isAuths = (node: ScopeNode) => state.scopes.resourceServerOf(node.scope) === AUTH_RESOURCE_SERVER;
  const ordered = [...scopes.filter(isAuths), ...scopes.filter((node) => !isAuths(node))];
  for (const node of ordered) {
    const server = state.scopes.resourceServerOf(node.scope);
    if (server !== undefined) groups.set(server, [...(groups.get(server) ?? []), node]);
  }
  return groups;
}

/**
 * Issues one access token for one resource server. The stored scope has the nested scopes that the person has
 * consented to, whenever they did: the resource server looks for them there.
 */
export function issueAccessToken(
  state: AuthState,
  resourceServer: string,
  { subject, scopes }: AccessTokenRequest,
): ResourceServerToken {
  const names = new Set(scopes.map(({ scope }) => scope));
  const consented = state.consents.grantedTo(subject.identityId).filter(({ scope }) => names.has(scope));
  const lifetimeSeconds = state.settings.accessTokenLifetimeSeconds;
  const { token } = state.options.tokens.issue({
    ...subject,
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

/** Globus' token answer: the first part on top, the rest in `other_tokens`. */
export function tokenResponse(
  { settings }: AuthState,
  parts: readonly ResourceServerToken[],
  extra: Record<string, string | undefined> = {},
) {
  const [top, ...others] = settings.sparseTokenResponses ? parts.map(sparse) : parts;
  const present = Object.fromEntries(Object.entries(extra).filter(([, value]) => value !== undefined));
  const answer = { ...top, ...present };
  if (others.length > 0 || !settings.sparseTokenResponses) return { ...answer, other_tokens: others };
  return { ...answer, resource_server: undefined, other_tokens: null };
}

/** A token whose lifetime is a text and whose scope is not told. */
function sparse(part: ResourceServerToken) {
  return { ...part, scope: null, expires_in: String(part.expires_in) };
}
