import { PERSONAS } from '../identities.ts';
import type { AccessPoint, GatewayPolicy } from '../sites.ts';
import type { AccessToken } from '../tokens.ts';
import { type MappedIdentity, mapIdentity } from './identityMapping.ts';

/** An identity with its username at the site. */
export interface AdmittedIdentity {
  identityId: string;
  username: string;
}

/** Whether the policy of a gateway admits a person, and otherwise what is missing. */
export type PolicyVerdict =
  | { kind: 'admitted'; identities: AdmittedIdentity[] }
  /** No sign-in helps: the site has no account for any of the person's identities, or its lists exclude them. */
  | { kind: 'denied'; usernames: string[] }
  /** An identity of one of the domains must sign in. */
  | { kind: 'domain'; domains: string[] }
  /** One of these identities must sign in. */
  | { kind: 'identity'; identityIds: string[] }
  | { kind: 'mfa'; identityIds: string[] }
  | { kind: 'timeout'; identityIds: string[]; minutes: number };

const LOCAL_ACCOUNT = /^[a-z_][a-z0-9_-]*$/;
const IDENTITIES = new Map(PERSONAS.flatMap(({ identities }) => identities).map((one) => [one.id, one]));

/**
 * Applies the policy of a gateway. One authentication must meet all requirements: an old sign-in of the right domain
 * doesn't count.
 */
export function policyVerdict(
  { policy, demands }: Pick<AccessPoint, 'policy' | 'demands'>,
  caller: Pick<AccessToken, 'identityIds' | 'authentications'>,
  now: number,
): PolicyVerdict {
  const { allowed_domains: domains, authentication_timeout_mins: minutes } = policy;
  const fromDomains = caller.identityIds
    .map(identityOf)
    .filter(({ username }) => domains.length === 0 || domains.includes(domainOf(username)));
  if (fromDomains.length === 0) return { kind: 'domain', domains };
  const mapped = fromDomains.flatMap((identity): AdmittedIdentity[] => {
    const username = mapIdentity(policy.identity_mappings, identity);
    return username === undefined ? [] : [{ identityId: identity.id, username }];
  });
  const identities = mapped.filter(({ username }) => isAdmittedUser(policy, username));
  if (identities.length === 0) return { kind: 'denied', usernames: mapped.map(({ username }) => username) };
  if (domains.length === 0 && minutes === null && !demands.mfa) return { kind: 'admitted', identities };

  const identityIds = identities.map(({ identityId }) => identityId);
  let candidates = caller.authentications().filter(({ identityId }) => identityIds.includes(identityId));
  if (candidates.length === 0 && domains.length > 0) return { kind: 'domain', domains };
  if (candidates.length === 0 && identityIds.length < caller.identityIds.length)
    return { kind: 'identity', identityIds };
  if (demands.mfa) candidates = candidates.filter(({ mfa }) => mfa);
  if (demands.mfa && candidates.length === 0) return { kind: 'mfa', identityIds };
  if (minutes !== null) {
    const oldest = now - minutes * 60_000;
    candidates = candidates.filter(({ authenticatedAt }) => authenticatedAt >= oldest);
    if (candidates.length === 0) return { kind: 'timeout', identityIds, minutes };
  }
  const signedIn = new Set(candidates.map(({ identityId }) => identityId));
  return { kind: 'admitted', identities: identities.filter(({ identityId }) => signedIn.has(identityId)) };
}

function isAdmittedUser(policy: GatewayPolicy, username: string): boolean {
  if (policy.users_deny.includes(username)) return false;
  if (policy.run_as_local_user && !LOCAL_ACCOUNT.test(username)) return false;
  return policy.users_allow.length === 0 || policy.users_allow.includes(username);
}

/** Returns an identity by its ID. One that no test user has belongs to a service client. */
function identityOf(id: string): MappedIdentity {
  const username = `${id}@clients.auth.globus.org`;
  return IDENTITIES.get(id) ?? { id, username, name: '', email: username, organization: '' };
}

function domainOf(username: string): string {
  return username.split('@').at(-1)?.toLowerCase() ?? '';
}
