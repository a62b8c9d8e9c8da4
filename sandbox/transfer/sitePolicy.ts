import { PERSONAS } from '../world/identities.ts';
import type { AccessPoint } from '../world/sites.ts';
import type { AccessToken, Authentication } from '../world/tokens.ts';
import type { World } from '../world/world.ts';
import { TransferError } from './errors.ts';

const TRANSFER_ALL = 'urn:globus:auth:scope:transfer.api.globus.org:all';

/** Returns the scope that gives consent to access the data of an endpoint, nested in the scope of Transfer. */
export function consentScope(endpointId: string): string {
  return `${TRANSFER_ALL}[*${dataAccess(endpointId)}]`;
}

const dataAccess = (endpointId: string) => `https://auth.globus.org/scopes/${endpointId}/data_access`;

/**
 * Checks the policy of an access point.
 *
 * @throws TransferError if the caller has no access, or must sign in differently or give consent first
 */
export function assertAccess(accessPoint: AccessPoint, caller: AccessToken, world: World): void {
  const { policy, attributes } = accessPoint;
  const name = attributes.display_name;
  const usernames = usernamesOf(caller);
  const isListed = (list: string[]) => usernames.some((username) => list.includes(username));
  if (isListed(policy.usersDeny) || (policy.usersAllow.length > 0 && !isListed(policy.usersAllow))) {
    throw new TransferError({ status: 403, detail: `You do not have access to ${name}.` });
  }
  assertSession(accessPoint, caller.authentications(), world.clock.now());
  const { endpointId } = accessPoint;
  if (policy.requireConsent && endpointId !== null && !caller.scope.includes(dataAccess(endpointId))) {
    throw new TransferError({
      status: 403,
      code: 'ConsentRequired',
      detail: `${name} requires your consent to access its data.`,
      authorizationParameters: { required_scopes: [consentScope(endpointId)] },
    });
  }
}

/** One authentication must meet all requirements: an old sign-in of the right domain doesn't count. */
function assertSession(
  { policy, attributes, gatewayId }: AccessPoint,
  authentications: readonly Authentication[],
  now: number,
): void {
  const { allowedDomains, authenticationTimeoutMins, requireMfa } = policy;
  const name = attributes.display_name;
  let candidates = authentications.filter(
    ({ identityId }) => allowedDomains.length === 0 || allowedDomains.includes(domainOf(identityId)),
  );
  if (allowedDomains.length > 0 && candidates.length === 0) {
    throw stepUp({
      session_message: `${name} requires an identity from ${allowedDomains.join(' or ')}.`,
      session_required_single_domain: allowedDomains,
    });
  }
  if (requireMfa) {
    candidates = candidates.filter(({ mfa }) => mfa);
    if (candidates.length === 0) {
      throw stepUp({
        session_message: `${name} requires multi-factor authentication.`,
        session_required_mfa: true,
      });
    }
  }
  if (authenticationTimeoutMins === null) return;
  const oldest = now - authenticationTimeoutMins * 60_000;
  if (candidates.some(({ authenticatedAt }) => authenticatedAt >= oldest)) return;
  throw stepUp({
    session_message: `${name} requires a sign-in within the last ${authenticationTimeoutMins} minutes.`,
    session_required_policies: [gatewayId],
    prompt: 'login',
  });
}

function stepUp(
  authorizationParameters: { session_message: string } & Record<string, unknown>,
): TransferError {
  return new TransferError({
    status: 403,
    code: 'AuthorizationParametersRequired',
    detail: authorizationParameters.session_message,
    authorizationParameters,
  });
}

const IDENTITIES = PERSONAS.flatMap(({ identities }) => identities);

function usernamesOf({ identityIds }: AccessToken): string[] {
  return IDENTITIES.filter(({ id }) => identityIds.includes(id)).map(({ username }) => username);
}

function domainOf(identityId: string): string {
  const username = IDENTITIES.find(({ id }) => id === identityId)?.username;
  return username?.split('@').at(-1) ?? '';
}
