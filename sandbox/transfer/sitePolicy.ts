import { type PolicyVerdict, policyVerdict } from '../world/policy/policyVerdict.ts';
import type { AccessPoint, SiteDemands } from '../world/sites.ts';
import type { AccessToken } from '../world/tokens.ts';
import type { World } from '../world/world.ts';
import { TransferError } from './errors.ts';

const TRANSFER_ALL = 'urn:globus:auth:scope:transfer.api.globus.org:all';

/** Returns the scope that gives consent to access the data of an endpoint, nested in the scope of Transfer. */
export function consentScope(endpointId: string): string {
  return `${TRANSFER_ALL}[*${dataAccess(endpointId)}]`;
}

const dataAccess = (endpointId: string) => `https://auth.globus.org/scopes/${endpointId}/data_access`;

/**
 * Checks the policy of an access point, which is the document of its gateway.
 *
 * @throws TransferError if the caller has no access, or must sign in differently or give consent first
 */
export function assertAccess(accessPoint: AccessPoint, caller: AccessToken, world: World): void {
  const { attributes, demands, endpointId } = accessPoint;
  const name = attributes.display_name;
  if (endpointId !== null && world.sites.endpoint(endpointId)?.subscriptionId === null) {
    throw new TransferError({
      status: 403,
      code: 'SubscriptionRequired',
      detail: `${name} can't stream: its endpoint has no subscription.`,
    });
  }
  const verdict = policyVerdict(accessPoint, caller, world.clock.now());
  if (verdict.kind !== 'admitted') throw refusal(name, verdict, demands);
  if (demands.dataAccessConsent && endpointId !== null && !caller.scope.includes(dataAccess(endpointId))) {
    throw new TransferError({
      status: 403,
      code: 'ConsentRequired',
      detail: `${name} requires your consent to access its data.`,
      authorizationParameters: { required_scopes: [consentScope(endpointId)] },
    });
  }
}

/** Names no `prompt`, like most refusals of Globus. */
function refusal(
  name: string,
  verdict: Exclude<PolicyVerdict, { kind: 'admitted' }>,
  { policyId }: SiteDemands,
): TransferError {
  switch (verdict.kind) {
    case 'denied':
      return new TransferError({ status: 403, detail: `You do not have access to ${name}.` });
    case 'domain':
      return stepUp({
        session_message: `${name} requires an identity from ${verdict.domains.join(' or ')}.`,
        session_required_single_domain: verdict.domains,
      });
    case 'identity':
      return stepUp({
        session_message: `${name} requires another of your identities.`,
        session_required_identities: verdict.identityIds,
      });
    case 'mfa':
      return stepUp({
        session_message: `${name} requires multi-factor authentication.`,
        session_required_mfa: true,
      });
    case 'timeout':
      return stepUp({
        session_message: `${name} requires a sign-in within the last ${verdict.minutes} minutes.`,
        session_required_policies: [policyId],
      });
  }
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
