import type { AuthorizationParameters } from './authorizationParameters.ts';

/** An access point that may have refused a request. */
export interface RefusingSite {
  id: string;
  name: string;
  endpointId: string | null;
}

/**
 * Finds the access point that refused a request. Globus doesn't say it directly: a requirement may contain the ID of the
 * access point or of its endpoint, and the site's message may contain its name. The result only decides which name a
 * title shows.
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
  return (
    onlyOne(unique.filter(isNamed)) ??
    onlyOne(unique.filter(({ name }) => name !== '' && (required.message ?? '').includes(name))) ??
    onlyOne(unique)
  );
}

function onlyOne(sites: readonly RefusingSite[]): RefusingSite | null {
  return sites.length === 1 ? (sites[0] ?? null) : null;
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
  for (const permission of new Set(requiredScopes.flatMap((scope) => permissionTexts(scope, site))))
    instructions.push(`Allow this dashboard to ${permission}.`);
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

const SCOPES: readonly (readonly [RegExp, (id: string, site: RefusingSite | null) => string])[] = [
  [/\/scopes\/([^/]+)\/data_access$/, (id, site) => `access data at ${endpointName(id, site)}`],
  [/:scope:([^:]+):manage_collections$/, (id, site) => `manage ${endpointName(id, site)} on your behalf`],
  [/:transfer\.api\.globus\.org:(all)$/, () => 'use Globus Transfer on your behalf'],
  [/:auth\.globus\.org:(view_identit\w+)$/, () => 'look up identities'],
];

function endpointName(endpointId: string, site: RefusingSite | null): string {
  return site?.endpointId === endpointId ? site.name : `the endpoint ${endpointId}`;
}

/** Returns what a scope allows. Of a scope with nested ones, only those are new, so it returns what they allow. */
function permissionTexts(scope: string, site: RefusingSite | null): string[] {
  const names = (scope.match(/[^\s[\]]+/g) ?? []).map((name) => name.replace(/^\*/, ''));
  return (names.length > 1 ? names.slice(1) : names).map((name) => {
    for (const [pattern, permissionText] of SCOPES) {
      const id = pattern.exec(name)?.[1];
      if (id !== undefined) return permissionText(id, site);
    }
    return `use an additional permission (${name})`;
  });
}
