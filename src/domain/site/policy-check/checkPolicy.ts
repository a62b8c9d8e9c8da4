import { toSingleLine } from '../../text/plainText.ts';
import { durationText } from '../../text/time.ts';
import type { GatewaySettings, StreamGateway } from '../streamGateway.ts';
import type { PolicySubject } from './interpolate.ts';
import { type MappingResult, type MatchExpression, mapIdentity } from './mapIdentity.ts';

/** The part of a gateway that decides who can use it. */
export type GatewayPolicy = Pick<
  StreamGateway,
  | 'allowedDomains'
  | 'authenticationTimeoutMinutes'
  | 'identityMappings'
  | 'usersAllowed'
  | 'usersDenied'
  | 'runsAsLocalUser'
  | 'unreadable'
>;

/**
 * When the person last signed in with the identity, in milliseconds since the epoch. "not-in-session": they haven't, since
 * this session began. null: unknown.
 */
export type SignInTime = number | 'not-in-session' | null;

/** The answer to "Can this identity use the gateway?"; "sign-in": after a new sign-in, "undecided": it can't be decided here. */
export type Verdict = 'allowed' | 'denied' | 'sign-in' | 'undecided';

/** One rule of the policy, applied to an identity. */
export interface PolicyStep {
  id: 'domain' | 'mapping' | 'denied-users' | 'allowed-users' | 'sign-in-age' | 'local-account';
  title: string;
  /** "unchecked": no one but the site can check it, and the verdict leaves it out. */
  outcome: 'passed' | 'unchecked' | Exclude<Verdict, 'allowed'>;
  /** Whole sentences. */
  reason: string;
  /** Where the rule comes from, or that it is an assumption. */
  source: string;
}

/** A policy applied to one identity. */
export interface PolicyCheck {
  subject: PolicySubject;
  verdict: Verdict;
  /** The username at the site; null if there is none, or if it can't be decided here. */
  mappedUsername: string | null;
  /** Every step, also those after one that denies access. */
  steps: PolicyStep[];
}

/**
 * Checks whether an identity can use a gateway. Every step has to pass, so their order, which isn't documented [A], doesn't
 * change the verdict: one step that denies access is enough. Never throws, whatever the policy holds.
 *
 * @param now milliseconds since the epoch
 * @param match evaluates the regular expressions of the identity mapping
 */
export async function checkPolicy(
  policy: GatewayPolicy,
  subject: PolicySubject,
  signedInAt: SignInTime,
  now: number,
  match: MatchExpression,
): Promise<PolicyCheck> {
  const mapping = await mappingOf(policy, subject, match);
  const steps = [
    checkDomain(policy, subject),
    mappingStep(mapping),
    checkDeniedUsers(policy, mapping),
    checkAllowedUsers(policy, mapping),
    checkSignInAge(policy, signedInAt, now),
    checkLocalAccount(policy, mapping),
  ];
  const mappedUsername = mapping.kind === 'mapped' ? mapping.username : null;
  return { subject, verdict: verdictOf(steps), mappedUsername, steps };
}

function verdictOf(steps: readonly PolicyStep[]): Verdict {
  const has = (outcome: PolicyStep['outcome']) => steps.some((step) => step.outcome === outcome);
  if (has('denied')) return 'denied';
  if (has('undecided')) return 'undecided';
  return has('sign-in') ? 'sign-in' : 'allowed';
}

const API = (setting: string) => `GCS Manager API, ${setting}`;
const ASSUMPTION = 'Assumption: Globus doesn’t document it';

function unreadableStep(step: Omit<PolicyStep, 'outcome' | 'reason'>): PolicyStep {
  const reason = 'Globus returned this setting in a form that this dashboard can’t read.';
  return { ...step, outcome: 'undecided', reason };
}

const isUnreadable = (policy: GatewayPolicy, setting: keyof GatewaySettings) =>
  policy.unreadable.includes(setting);

function checkDomain(policy: GatewayPolicy, { username }: PolicySubject): PolicyStep {
  const step = { id: 'domain', title: 'Allowed domains', source: API('allowed_domains') } as const;
  if (isUnreadable(policy, 'allowedDomains')) return unreadableStep(step);
  const domains = policy.allowedDomains ?? [];
  if (domains.length === 0) {
    const reason = 'The policy lists no domain, so identities of every domain are allowed.';
    return { ...step, outcome: 'passed', reason, source: `${ASSUMPTION} what an empty list means.` };
  }
  const at = username.lastIndexOf('@');
  if (at < 0) {
    const reason = `${quoted(username)} has no domain. Check the full name of the identity, such as ada@lab.example.`;
    return { ...step, outcome: 'undecided', reason };
  }
  const domain = username.slice(at + 1);
  const isAllowed = domains.some((allowed) => allowed.trim().toLowerCase() === domain.toLowerCase());
  return isAllowed
    ? { ...step, outcome: 'passed', reason: `The domain ${quoted(domain)} is allowed.` }
    : {
        ...step,
        outcome: 'denied',
        reason: `The domain ${quoted(domain)} isn’t allowed. Allowed: ${listed(domains)}.`,
      };
}

async function mappingOf(
  policy: GatewayPolicy,
  subject: PolicySubject,
  match: MatchExpression,
): Promise<MappingResult> {
  if (!isUnreadable(policy, 'identityMappings')) return mapIdentity(subject, policy.identityMappings, match);
  return {
    kind: 'undecided',
    reason: 'Globus returned the identity mapping in a form that this dashboard can’t read.',
  };
}

function mappingStep(mapping: MappingResult): PolicyStep {
  const outcomes = { mapped: 'passed', 'no-rule': 'denied', undecided: 'undecided' } as const;
  return {
    id: 'mapping',
    title: 'Identity mapping',
    outcome: outcomes[mapping.kind],
    reason: mapping.reason,
    source: API('identity_mappings'),
  };
}

function checkDeniedUsers(policy: GatewayPolicy, mapping: MappingResult): PolicyStep {
  const step = { id: 'denied-users', title: 'Denied users', source: API('users_deny') } as const;
  if (isUnreadable(policy, 'usersDenied')) return unreadableStep(step);
  const denied = policy.usersDenied ?? [];
  if (denied.length === 0) return { ...step, outcome: 'passed', reason: 'The policy denies no user.' };
  if (mapping.kind !== 'mapped') return withoutUsername(step, mapping);
  const { username } = mapping;
  if (denied.includes(username)) {
    const source = `${step.source}. ${ASSUMPTION}, but someone on both lists is denied.`;
    return { ...step, outcome: 'denied', reason: `The policy denies the user ${quoted(username)}.`, source };
  }
  return caseTwin(denied, username)
    ? caseMatters(step, username)
    : { ...step, outcome: 'passed', reason: `The user ${quoted(username)} isn’t denied.` };
}

function checkAllowedUsers(policy: GatewayPolicy, mapping: MappingResult): PolicyStep {
  const step = { id: 'allowed-users', title: 'Allowed users', source: API('users_allow') } as const;
  if (isUnreadable(policy, 'usersAllowed')) return unreadableStep(step);
  const allowed = policy.usersAllowed ?? [];
  if (allowed.length === 0)
    return { ...step, outcome: 'passed', reason: 'The policy isn’t limited to certain users.' };
  if (mapping.kind !== 'mapped') return withoutUsername(step, mapping);
  const { username } = mapping;
  if (allowed.includes(username))
    return { ...step, outcome: 'passed', reason: `The user ${quoted(username)} is allowed.` };
  const reason = `Only listed users are allowed, and ${quoted(username)} isn’t one of them.`;
  return caseTwin(allowed, username) ? caseMatters(step, username) : { ...step, outcome: 'denied', reason };
}

/** The lists hold usernames of the site, so without one they can't be compared. */
function withoutUsername(
  step: Omit<PolicyStep, 'outcome' | 'reason'>,
  mapping: Exclude<MappingResult, { kind: 'mapped' }>,
): PolicyStep {
  return mapping.kind === 'no-rule'
    ? { ...step, outcome: 'unchecked', reason: 'There is no username to look for.' }
    : { ...step, outcome: 'undecided', reason: 'The username at the site isn’t known.' };
}

function caseMatters(step: Omit<PolicyStep, 'outcome' | 'reason'>, username: string): PolicyStep {
  const reason = `The list has ${quoted(username)} in another case. Globus may or may not take it for the same user.`;
  return { ...step, outcome: 'undecided', reason, source: `${ASSUMPTION} whether case counts.` };
}

function caseTwin(usernames: readonly string[], username: string): boolean {
  return usernames.some((other) => other.trim().toLowerCase() === username.trim().toLowerCase());
}

function checkSignInAge(policy: GatewayPolicy, signedInAt: SignInTime, now: number): PolicyStep {
  const step = {
    id: 'sign-in-age',
    title: 'Time since the last sign-in',
    source: API('authentication_timeout_mins'),
  } as const;
  if (isUnreadable(policy, 'authenticationTimeoutMinutes')) return unreadableStep(step);
  const minutes = policy.authenticationTimeoutMinutes;
  const isSignedOut = signedInAt === 'not-in-session';
  if (minutes === null && isSignedOut && (policy.allowedDomains ?? []).length > 0) {
    const reason = 'The policy has no time limit, but no one signed in with this identity in this session.';
    const source = `${ASSUMPTION}, but a linked identity may have to sign in itself.`;
    return { ...step, outcome: 'sign-in', reason, source };
  }
  if (minutes === null) return { ...step, outcome: 'passed', reason: 'The policy has no time limit.' };
  if (minutes <= 0) {
    const reason = `The policy’s time limit is ${minutes} minutes, which Globus doesn’t explain.`;
    return { ...step, outcome: 'undecided', reason };
  }
  const limit = durationText(minutes * 60_000);
  const requirement = `This site requires a sign-in within the last ${limit}.`;
  if (signedInAt === null)
    return {
      ...step,
      outcome: 'undecided',
      reason: `${requirement} The time of the last sign-in isn’t known.`,
    };
  if (isSignedOut)
    return { ...step, outcome: 'sign-in', reason: `${requirement} There was none with this identity.` };
  const ageMs = Math.max(0, now - signedInAt);
  const reason = `${requirement} The last one was ${durationText(ageMs)} ago.`;
  return { ...step, outcome: ageMs <= minutes * 60_000 ? 'passed' : 'sign-in', reason };
}

function checkLocalAccount(policy: GatewayPolicy, mapping: MappingResult): PolicyStep {
  const step = { id: 'local-account', title: 'Local account', source: API('run_as_local_user') } as const;
  if (isUnreadable(policy, 'runsAsLocalUser')) return unreadableStep(step);
  if (policy.runsAsLocalUser !== true)
    return { ...step, outcome: 'passed', reason: 'The gateway doesn’t require a local account.' };
  const account = mapping.kind === 'mapped' ? `account ${quoted(mapping.username)}` : 'mapped account';
  const reason = `The ${account} must exist on the site’s server. Only the site can check this.`;
  return { ...step, outcome: 'unchecked', reason };
}

function quoted(text: string): string {
  return `“${toSingleLine(text, 80)}”`;
}

const MAX_LISTED = 10;

function listed(texts: readonly string[]): string {
  const shown = texts.slice(0, MAX_LISTED).map(quoted).join(', ');
  const more = texts.length - MAX_LISTED;
  return more > 0 ? `${shown}, and ${more.toLocaleString('en')} more` : shown;
}
