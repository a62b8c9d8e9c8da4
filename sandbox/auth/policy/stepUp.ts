import type { Authentication } from '../../world/tokens.ts';
import type { ServiceIdentity } from '../state/identityDirectory.ts';

/** What the `session_required_*` parameters of an authorize request require of the session. */
export interface StepUp {
  message: string | undefined;
  /** IDs or usernames. Each of these identities must have signed in. */
  identities: string[];
  /** One identity of any of these domains must have signed in. */
  domains: string[];
  /** Policy IDs. In this sandbox, each policy requires a new sign-in. */
  policies: string[];
  /** Only sign-ins with multi-factor authentication count. */
  mfa: boolean;
}

/** The names of the parameters, which oidc-provider must accept and keep. */
export const STEP_UP_PARAMETERS = [
  'session_message',
  'session_required_identities',
  'session_required_single_domain',
  'session_required_policies',
  'session_required_mfa',
] as const;

/** Parses the parameters of an authorize request. Lists are comma-separated. */
export function parseStepUp(parameters: Record<string, unknown>): StepUp {
  const text = (name: (typeof STEP_UP_PARAMETERS)[number]): string => {
    const value = parameters[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const list = (name: (typeof STEP_UP_PARAMETERS)[number]): string[] =>
    text(name)
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '');
  return {
    message: text('session_message') || undefined,
    identities: list('session_required_identities'),
    domains: list('session_required_single_domain').map((domain) => domain.toLowerCase()),
    policies: list('session_required_policies'),
    mfa: /^(true|1)$/i.test(text('session_required_mfa')),
  };
}

const domainOf = (identity: ServiceIdentity): string =>
  identity.username.split('@').at(-1)?.toLowerCase() ?? '';
const isOneOf = (identity: ServiceIdentity, names: readonly string[]): boolean =>
  names.includes(identity.id) || names.includes(identity.username);

/** Returns whether signing in with this identity helps to meet the requirements. */
export function canSatisfy(stepUp: StepUp, identity: ServiceIdentity): boolean {
  const { identities, domains } = stepUp;
  if (identities.length === 0 && domains.length === 0) return true;
  return isOneOf(identity, identities) || domains.includes(domainOf(identity));
}

/** Returns whether the session meets the requirements. Policies are met by the sign-in itself. */
export function sessionSatisfies(
  stepUp: StepUp,
  authentications: readonly Authentication[],
  identityOf: (id: string) => ServiceIdentity | undefined,
): boolean {
  const counted = authentications
    .filter(({ mfa }) => mfa || !stepUp.mfa)
    .flatMap(({ identityId }) => identityOf(identityId) ?? []);
  if (stepUp.mfa && counted.length === 0) return false;
  const hasDomain = counted.some((identity) => stepUp.domains.includes(domainOf(identity)));
  if (stepUp.domains.length > 0 && !hasDomain) return false;
  return stepUp.identities.every((name) => counted.some((identity) => isOneOf(identity, [name])));
}
