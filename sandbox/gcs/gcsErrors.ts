import type { ErrorInfo } from '../serving/errorDocuments.ts';
import type { PolicyVerdict } from '../world/policy/policyVerdict.ts';
import type { EndpointRoleName } from '../world/sites.ts';

/** An error response of GCS Manager. Its `detail` is a document that says what it means, if there is one. */
export class GcsError extends Error implements ErrorInfo {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly typedDetail: object | undefined;

  constructor(status: number, code: string, message: string, typedDetail?: object) {
    super(message);
    this.status = status;
    this.code = code;
    this.detail = message;
    this.typedDetail = typedDetail;
  }
}

/** A violation of the schema of a request document. */
export interface InputError {
  property: string;
  message: string;
}

export const notFound = (what: string) => new GcsError(404, 'not_found', `There is no such ${what}.`);

export const missingToken = () =>
  new GcsError(401, 'not_authorized', 'The access token is missing or invalid.');

export function missingScopes(scopes: string[]): GcsError {
  const detail = { DATA_TYPE: 'missing_required_scopes#1.0.0', required_scopes: scopes };
  return new GcsError(403, 'permission_denied', 'The token lacks a required scope.', detail);
}

export function missingRole(roles: readonly EndpointRoleName[]): GcsError {
  const detail = { DATA_TYPE: 'missing_required_role#1.0.0', roles: roles.map((role) => ({ role })) };
  return new GcsError(403, 'permission_denied', 'You have none of the required roles.', detail);
}

/** The `id` is that of the owner. */
export function notResourceOwner(identityId: string): GcsError {
  const detail = { DATA_TYPE: 'not_resource_owner#1.0.0', id: identityId };
  return new GcsError(403, 'permission_denied', 'This resource belongs to another identity.', detail);
}

export function invalidInput(errors: InputError[]): GcsError {
  const detail = { DATA_TYPE: 'invalid_input#1.0.0', errors };
  return new GcsError(422, 'unprocessable_entity', 'The input document is invalid.', detail);
}

export function subscriptionRequired(): GcsError {
  const detail = {
    DATA_TYPE: 'subscription_required#1.0.0',
    subscription_level: 'premium',
    add_ons: ['streams'],
  };
  return new GcsError(403, 'subscription_required', 'Streaming requires a subscription.', detail);
}

export function limitExceeded(what: string): GcsError {
  const detail = { DATA_TYPE: 'limit_exceeded#1.0.0' };
  return new GcsError(403, 'limit_exceeded', `There are too many ${what}.`, detail);
}

export function idNotInIdentitySet(id: string): GcsError {
  const detail = { DATA_TYPE: 'id_not_in_identity_set#1.0.0', id };
  return new GcsError(422, 'unprocessable_entity', 'The identity is not one of yours.', detail);
}

export function invalidUser(status: 403 | 422, usernames: string[]): GcsError {
  const detail = { DATA_TYPE: 'invalid_user#1.0.0', usernames };
  const code = status === 403 ? 'permission_denied' : 'unprocessable_entity';
  return new GcsError(status, code, 'You have no such account at this site.', detail);
}

/** Returns the error for a person whom the policy of a gateway doesn't admit. */
export function policyError(verdict: Exclude<PolicyVerdict, { kind: 'admitted' }>): GcsError {
  switch (verdict.kind) {
    case 'denied':
      return invalidUser(403, verdict.usernames);
    case 'domain': {
      const detail = { DATA_TYPE: 'not_from_allowed_domain#1.0.0', allowed_domains: verdict.domains };
      return new GcsError(403, 'permission_denied', 'Another identity is required.', detail);
    }
    default: {
      const detail = {
        DATA_TYPE: 'authentication_timeout#1.1.0',
        identities: verdict.identityIds,
        high_assurance: false,
        require_mfa: verdict.kind === 'mfa',
      };
      return new GcsError(403, 'permission_denied', 'A new sign-in is required.', detail);
    }
  }
}
