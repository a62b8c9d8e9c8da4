import type { AuthorizationParameters } from './authorizationParameters.ts';

/** A place that a refused call was about and that may have refused it: an access point. */
export interface RefusingSite {
  id: string;
  name: string;
  endpointId: string | null;
}

/**
 * Which of the access points demands something. Globus does not say it outright: a demand may name the access
 * point's or its endpoint's id, and the site's own message may name it. It only decides whose name stands in
 * the title; when in doubt, none.
 */
export function findRefusingSite(
  asked: AuthorizationParameters,
  candidates: readonly RefusingSite[],
): RefusingSite | null {
  const different = candidates.filter(
    ({ id }, place) => candidates.findIndex((one) => one.id === id) === place,
  );
  const demands = [...asked.requiredScopes, ...asked.requiredPolicies].join(' ');
  const isNamed = ({ id, endpointId }: RefusingSite) =>
    demands.includes(id) || (endpointId !== null && demands.includes(endpointId));
  return (
    onlyOne(different.filter(isNamed)) ??
    onlyOne(different.filter(({ name }) => name !== '' && (asked.message ?? '').includes(name))) ??
    onlyOne(different)
  );
}

function onlyOne(askers: readonly RefusingSite[]): RefusingSite | null {
  return askers.length === 1 ? (askers[0] ?? null) : null;
}

/** "a, b or c". Made when it is used: the browser takes longer for it than for all other code of the app's start. */
export function joinWithOr(words: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(words);
}

/**
 * What a site asks for before it goes on, one sentence each, in the words of the person who has to do it
 * (globus-api.md, "Step-up").
 *
 * @param asker who asks, when that is known
 */
export function stepUpInstructions(asked: AuthorizationParameters, asker: RefusingSite | null): string[] {
  const { requiredSingleDomain, requiredIdentities, requiredPolicies, requiredScopes, requiredMfa } = asked;
  const words: string[] = [];
  if (requiredSingleDomain.length > 0)
    words.push(`Sign in with an identity from ${joinWithOr(requiredSingleDomain)}.`);
  if (requiredIdentities.length > 0) words.push(identityWords(requiredIdentities));
  if (requiredMfa) words.push('Use multi-factor authentication.');
  for (const consent of new Set(requiredScopes.flatMap((scope) => consentWords(scope, asker))))
    words.push(`Allow this dashboard to ${consent}.`);
  if (requiredPolicies.length > 0) words.push('Sign in again, so that it meets the policy of the site.');
  else if (words.length === 0) words.push('Sign in again: the site wants a recent sign-in.');
  return words;
}

/** Globus names identities by id for the most part, which says nothing to their owner. */
function identityWords(identities: readonly string[]): string {
  const usernames = identities.filter((name) => name.includes('@'));
  if (usernames.length === identities.length) return `Sign in as ${joinWithOr(usernames)}.`;
  return 'Sign in with one particular identity of yours; Globus shows you which.';
}

const SCOPES: readonly (readonly [RegExp, (id: string, asker: RefusingSite | null) => string])[] = [
  [/\/scopes\/([^/]+)\/data_access$/, (id, asker) => `reach data at ${placeName(id, asker)}`],
  [/:scope:([^:]+):manage_collections$/, (id, asker) => `manage ${placeName(id, asker)} for you`],
  [/:transfer\.api\.globus\.org:(all)$/, () => 'use Globus Transfer for you'],
  [/:auth\.globus\.org:(view_identit\w+)$/, () => 'look up identities'],
];

function placeName(endpointId: string, asker: RefusingSite | null): string {
  return asker?.endpointId === endpointId ? asker.name : `the endpoint ${endpointId}`;
}

/** What one scope allows; of a scope with others nested in it, what those allow, since they are what is new. */
function consentWords(scope: string, asker: RefusingSite | null): string[] {
  const names = (scope.match(/[^\s[\]]+/g) ?? []).map((name) => name.replace(/^\*/, ''));
  return (names.length > 1 ? names.slice(1) : names).map((name) => {
    for (const [pattern, words] of SCOPES) {
      const id = pattern.exec(name)?.[1];
      if (id !== undefined) return words(id, asker);
    }
    return `do one more thing for you (${name})`;
  });
}
