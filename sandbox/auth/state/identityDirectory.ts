import type { Identity, Persona } from '../../world/identities.ts';
import type { Authentication } from '../../world/tokens.ts';
import { VIEW_IDENTITY_SET } from '../scopes/scopeRegistry.ts';

/** The service client's own identity: nobody ever signs in with it, so it needs fewer fields. */
export type ServiceIdentity = Pick<Identity, 'id' | 'username'> & Partial<Identity>;

/** Who exists, found by any linked identity's id or username. */
export interface IdentityDirectory {
  personas: readonly Persona[];
  personOf(idOrUsername: string): Persona | undefined;
  identityOf(idOrUsername: string): ServiceIdentity | undefined;
}

export function createIdentityDirectory(
  personas: readonly Persona[],
  service: ServiceIdentity,
): IdentityDirectory {
  const known: ServiceIdentity[] = [service, ...personas.flatMap((person) => person.identities)];
  const isCalled = (idOrUsername: string) => (identity: ServiceIdentity) =>
    identity.id === idOrUsername || identity.username === idOrUsername;
  return {
    personas,
    personOf: (idOrUsername) => personas.find((person) => person.identities.some(isCalled(idOrUsername))),
    identityOf: (idOrUsername) => known.find(isCalled(idOrUsername)),
  };
}

/** When these identities last signed in within the session, POSIX seconds; null when none ever did. */
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

/** Everything Globus Auth tells about a person: the primary identity on top, all linked ones in `identity_set`. */
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

/** Which claims each scope opens, in id_token and userinfo alike. */
export const CLAIMS_BY_SCOPE: Record<string, string[]> = {
  openid: ['sub', 'last_authentication'],
  profile: PROFILE_CLAIMS,
  email: ['email'],
};

/** The claims that the named scopes open. */
export function claimsForScopes(
  person: Persona,
  authentications: readonly Authentication[],
  scopes: readonly string[],
) {
  const open = new Set(scopes.flatMap((scope) => CLAIMS_BY_SCOPE[scope] ?? []));
  if (scopes.includes(VIEW_IDENTITY_SET)) open.add('identity_set');
  const claims = Object.entries(personClaims(person, authentications));
  return Object.fromEntries(claims.filter(([claim]) => open.has(claim)));
}
