import {
  checkPolicy,
  type GatewayPolicy,
  type PolicyCheck,
  type SignInTime,
  type Verdict,
} from './checkPolicy.ts';
import type { PolicySubject } from './interpolate.ts';
import type { MatchExpression } from './mapIdentity.ts';

/** From the best to the worst. A sign-in may still fail, but it is something that a person can do. */
const BEST_FIRST: readonly Verdict[] = ['allowed', 'sign-in', 'undecided', 'denied'];

/** A policy applied to the linked identities of one person. */
export interface IdentitySetCheck {
  /** In the order of the identities. */
  checks: PolicyCheck[];
  /** The first of those with the best verdict, for whose identity to offer a sign-in; null if all are denied. */
  best: PolicyCheck | null;
}

/** Checks which of someone's linked identities fits a policy; parameters as for {@link checkPolicy}. */
export async function checkIdentitySet(
  policy: GatewayPolicy,
  identities: readonly { subject: PolicySubject; signedInAt: SignInTime }[],
  now: number,
  match: MatchExpression,
): Promise<IdentitySetCheck> {
  const checks: PolicyCheck[] = [];
  for (const { subject, signedInAt } of identities)
    checks.push(await checkPolicy(policy, subject, signedInAt, now, match));
  const verdict = BEST_FIRST.find((candidate) => checks.some((check) => check.verdict === candidate));
  const best = checks.find((check) => check.verdict === verdict) ?? null;
  return { checks, best: best?.verdict === 'denied' ? null : best };
}

/** One person under two policies. */
interface AccessChange {
  subject: PolicySubject;
  before: PolicyCheck;
  after: PolicyCheck;
}

/** What a changed policy means for some people. */
export interface AccessChanges {
  /** Allowed before, denied after. */
  losing: AccessChange[];
  /** Denied before, allowed after. */
  gaining: AccessChange[];
  /** Those of whom one policy or the other can't be decided here. */
  undecided: AccessChange[];
  unchanged: AccessChange[];
}

/**
 * Compares a saved policy with an edited one for some people, such as the owners of tunnels. Everyone counts as just signed
 * in, because someone who has to sign in again doesn't lose access.
 */
export async function compareAccess(
  saved: GatewayPolicy,
  edited: GatewayPolicy,
  subjects: readonly PolicySubject[],
  match: MatchExpression,
): Promise<AccessChanges> {
  const changes: AccessChanges = { losing: [], gaining: [], undecided: [], unchanged: [] };
  for (const subject of subjects) {
    const before = await checkPolicy(saved, subject, 0, 0, match);
    const after = await checkPolicy(edited, subject, 0, 0, match);
    changes[kindOfChange(before.verdict, after.verdict)].push({ subject, before, after });
  }
  return changes;
}

function kindOfChange(before: Verdict, after: Verdict): keyof AccessChanges {
  if (before === 'undecided' || after === 'undecided') return 'undecided';
  if (before === after) return 'unchanged';
  return after === 'denied' ? 'losing' : 'gaining';
}

const MAX_PASTED = 200;

/**
 * Parses pasted usernames, one per line or separated by commas, semicolons or spaces; of "Ada <ada@lab.example>", the part
 * in brackets. Returns each once, at most 200 of them, and how many more there were.
 */
export function parseUsernames(text: string): { subjects: PolicySubject[]; omitted: number } {
  const usernames = new Set(
    text.split(/[\r\n,;]+/).flatMap((part) => {
      const inBrackets = [...part.matchAll(/<([^<>\s]+)>/g)].map(([, username = '']) => username);
      return inBrackets.length > 0 ? inBrackets : part.split(/\s+/).filter(Boolean);
    }),
  );
  const subjects = [...usernames]
    .slice(0, MAX_PASTED)
    .map((username) => ({ id: null, username, name: null, organization: null, email: null }));
  return { subjects, omitted: usernames.size - subjects.length };
}
