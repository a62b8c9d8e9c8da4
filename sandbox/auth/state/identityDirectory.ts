import type { Identity, Persona } from '../../world/identities.ts';
import type { Authentication } from '../../world/tokens.ts';
import { VIEW_IDENTITY_SET } from '../scopes/fixedScopes.ts';

/** An identity. The one of the service client has fewer fields, because no one signs in with it. */
export type ServiceIdentity = Pick<Identity, 'id' | 'username'> & Partial<Identity>;

/** Finds people and identities by the ID or username of any linked identity. */
export interface IdentityDirectory {
  personas: readonly Persona[];
  personOf(idOrUsername: string): Persona | undefined;
  identityOf(idOrUsername: string): ServiceIdentity | undefined;
}

export function createIdentityDirectory(
  personas: readonly Persona[],
  service: ServiceIdentity,
): IdentityDirectory {
  const identities: ServiceIdentity[] = [service, ...personas.flatMap((person) => person.identities)];
  const hasIdOrUsername = (idOrUsername: string) => (identity: ServiceIdentity) =>
    identity.id === idOrUsername || identity.username === idOrUsername;
  return {
    personas,
    personOf: (idOrUsername) =>
      personas.find((person) => person.identities.some(hasIdOrUsername(idOrUsername))),
    identityOf: (idOrUsername) => identities.find(hasIdOrUsername(idOrUsername)),
  };
}

/** Returns when one of these identities last signed in within the session, in POSIX seconds; null if never. */
function lastAuthentication(identities: readonly Identity[], authentications: readonly Authentication[]) {
  const times = authentications
    .filter(({ identityId }) => identities.some(({ id }) => id === identityId))
    .map(({ authenticatedAt }) => authenticatedAt);
  return times.length > 0 ? Math.floor(Math.max(...times) / 1000) : null;
}

function identityClaims(identity: Identity) {
  return {
    sub: identity.id,
    name: identity.name,
    email: identity.email,
    organization: identity.organization,
    identity_provider: identity.identityProvider,
    identity_provider_display_name: identity.identityProviderName,
  };
}

/** Returns all claims about a person: the primary identity at the top level, all linked ones in `identity_set`. */
export function personClaims({ identities }: Persona, authentications: readonly Authentication[]) {
  return {
    ...identityClaims(identities[0]),
    preferred_username: identities[0].username,
    last_authentication: lastAuthentication(identities, authentications),
    identity_set: identities.map((identity) => ({
      ...identityClaims(identity),
      username: identity.username,
      last_authentication: lastAuthentication([identity], authentications),
    })),
  };
}

const PROFILE_CLAIMS = [
  'preferred_username',
  'name',
  'organization',
  'identity_provider',
  'identity_provider_display_name',
  'identity_set',
];

/** The claims that each scope gives access to, in both id_token and userinfo. */
export const CLAIMS_BY_SCOPE: Record<string, string[]> = {
  openid: ['sub', 'last_authentication'],
  profile: PROFILE_CLAIMS,
  email: ['email'],
};

/** Returns the claims that the scopes give access to. */
export function claimsForScopes(
  person: Persona,
  authentications: readonly Authentication[],
  scopes: readonly string[],
) {
  const allowed = new Set(scopes.flatMap((scope) => CLAIMS_BY_SCOPE[scope] ?? []));
  if (scopes.includes(VIEW_IDENTITY_SET)) allowed.add('identity_set');
  const claims = Object.entries(personClaims(person, authentications));
  return Object.fromEntries(claims.filter(([claim]) => allowed.has(claim)));
}
