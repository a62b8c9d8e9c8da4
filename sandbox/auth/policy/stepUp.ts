import type { Authentication } from '../../world/tokens.ts';
import type { ServiceIdentity } from '../state/identityDirectory.ts';

/** What the `session_required_*` parameters of an authorize request ask of the sign-in session. */
export interface StepUp {
  message: string | undefined;
  /** Ids or usernames; every one of them must have signed in. */
  identities: string[];
  /** One identity of any of these domains must have signed in. */
  domains: string[];
  /** Policy ids; this sandbox reads each as "a sign-in made just now". */
  policies: string[];
  /** Only sign-ins with multi-factor authentication count. */
  mfa: boolean;
}

/** The parameters' names, as authorize must accept and keep them. */
export const STEP_UP_PARAMETERS = [
  'session_message',
  'session_required_identities',
  'session_required_single_domain',
  'session_required_policies',
  'session_required_mfa',
] as const;

/** Reads the parameters of an authorize request; lists are comma-separated. */
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
const isNamedBy = (identity: ServiceIdentity, names: readonly string[]): boolean =>
  names.includes(identity.id) || names.includes(identity.username);

/** Whether signing in with this identity brings the session nearer to what is asked. */
export function canSatisfy(stepUp: StepUp, identity: ServiceIdentity): boolean {
  const { identities, domains } = stepUp;
  if (identities.length === 0 && domains.length === 0) return true;
  return isNamedBy(identity, identities) || domains.includes(domainOf(identity));
}

/**
 * Whether the session already is what was asked. Policies are not judged here: they need a sign-in within the
 * very request, which only the caller knows of.
 */
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
  return stepUp.identities.every((name) => counted.some((identity) => isNamedBy(identity, [name])));
}
