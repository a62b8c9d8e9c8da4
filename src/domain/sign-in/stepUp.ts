import type { AuthorizationParameters } from './authorizationParameters.ts';
import {
  AUTH_SERVER,
  addScopes,
  allowedScopes,
  parseScopeName,
  parseScopes,
  type ScopeTree,
  TRANSFER_SERVER,
} from './scopes.ts';

/** An access point that may have refused a request. */
export interface RefusingSite {
  id: string;
  name: string;
  endpointId: string | null;
}

/**
 * Finds the access point that refused a request. Globus doesn't say it directly, but a requirement may contain the ID of
 * the access point or of its endpoint. The site's message doesn't count: a site could name another one in it. The result
 * only decides which name a title shows.
 *
 * @returns null if more than one of them is possible
 */
export function findRefusingSite(
  required: AuthorizationParameters,
  candidates: readonly RefusingSite[],
): RefusingSite | null {
  const unique = candidates.filter(
    ({ id }, index) => candidates.findIndex((other) => other.id === id) === index,
  );
  const requirements = [...required.requiredScopes, ...required.requiredPolicies].join(' ');
  const isNamed = ({ id, endpointId }: RefusingSite) =>
    requirements.includes(id) || (endpointId !== null && requirements.includes(endpointId));
  return onlyOne(unique.filter(isNamed)) ?? onlyOne(unique);
}

function onlyOne(sites: readonly RefusingSite[]): RefusingSite | null {
  return sites.length === 1 ? (sites[0] ?? null) : null;
}

/**
 * Returns the scopes to request for a refusal: those that it requires of Globus Auth, Globus Transfer and the endpoints
 * of the sites that may have refused. While an endpoint is unknown, none is left out.
 */
export function scopesOfRefusal(
  { requiredScopes }: AuthorizationParameters,
  candidates: readonly RefusingSite[],
): string[] {
  const endpointIds = candidates.flatMap(({ endpointId }) => endpointId ?? []);
  const areKnown = endpointIds.length > 0 && endpointIds.length === candidates.length;
  return allowedScopes(requiredScopes, areKnown ? endpointIds : null);
}

/** Joins words: "a, b, or c". The formatter is created on use, because creating it would delay the start of the app. */
export function joinWithOr(words: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(words);
}

/**
 * Returns what a person has to do before a refused request can succeed, one sentence each (globus-api.md, "Step-up").
 *
 * @param site the site that refused, if it is known
 */
export function stepUpInstructions(required: AuthorizationParameters, site: RefusingSite | null): string[] {
  const { requiredSingleDomain, requiredIdentities, requiredPolicies, requiredScopes, requiredMfa } =
    required;
  const instructions: string[] = [];
  if (requiredSingleDomain.length > 0)
    instructions.push(`Sign in with an identity from ${joinWithOr(requiredSingleDomain)}.`);
  if (requiredIdentities.length > 0) instructions.push(identityInstruction(requiredIdentities));
  if (requiredMfa) instructions.push('Sign in with multi-factor authentication.');
  const scopes: ScopeTree = new Map();
  for (const scope of requiredScopes) addScopes(scopes, parseScopes(scope));
  instructions.push(...new Set(consentInstructions(scopes, 'this dashboard', site)));
  if (requiredPolicies.length > 0) instructions.push('Sign in again to meet the site’s policy.');
  else if (instructions.length === 0) instructions.push('Sign in again. The site requires a recent sign-in.');
  return instructions;
}

/** Globus mostly names identities by ID, which means nothing to people. */
function identityInstruction(identities: readonly string[]): string {
  const usernames = identities.filter((name) => name.includes('@'));
  if (usernames.length === identities.length) return `Sign in as ${joinWithOr(usernames)}.`;
  return 'Sign in with a specific identity. Globus will show you which one.';
}

/** Returns one sentence for each scope: who gets which permission. Of a scope with nested ones, only those are new. */
function consentInstructions(scopes: ScopeTree, holder: string, site: RefusingSite | null): string[] {
  return [...scopes].flatMap(([name, nested]) =>
    nested.size === 0
      ? `Allow ${holder} to ${permissionText(name, site)}.`
      : consentInstructions(nested, serverName(parseScopeName(name)?.server ?? name, site), site),
  );
}

function permissionText(name: string, site: RefusingSite | null): string {
  const { server = '', permission = '' } = parseScopeName(name) ?? {};
  const serverText = serverName(server, site);
  if (permission === 'data_access') return `access data at ${serverText}`;
  if (permission === 'manage_collections') return `manage ${serverText} on your behalf`;
  if (server === TRANSFER_SERVER && permission === 'all') return `use ${serverText} on your behalf`;
  if (server === AUTH_SERVER && permission.startsWith('view_identit')) return 'look up identities';
  return `use an additional permission (${name.replace(/^\*/, '')})`;
}

function serverName(server: string, site: RefusingSite | null): string {
  if (server === TRANSFER_SERVER) return 'Globus Transfer';
  if (server === AUTH_SERVER) return 'Globus Auth';
  return site?.endpointId === server ? site.name : `the endpoint ${server}`;
}
