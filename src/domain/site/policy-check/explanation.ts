import { toSingleLine } from '../../text/plainText.ts';
import { utcTimeText } from '../../text/time.ts';
import type { PolicyCheck, PolicyStep, Verdict } from './checkPolicy.ts';

/** The outcome of a step, in a word or two. */
export const OUTCOME_TEXT: Readonly<Record<PolicyStep['outcome'], string>> = {
  passed: 'Passed',
  denied: 'Denied',
  'sign-in': 'Sign-in required',
  undecided: 'Can’t be decided here',
  unchecked: 'Not checked',
};

/** Returns the verdict on an identity as one sentence. */
export function verdictSentence({ subject, verdict, steps }: PolicyCheck): string {
  const name = toSingleLine(subject.username, 80);
  const needsAccount = steps.some(({ id, outcome }) => id === 'local-account' && outcome === 'unchecked');
  const condition = needsAccount ? ', if the local account exists' : '';
  const sentences: Record<Verdict, string> = {
    allowed: `${name} can use this gateway${condition}.`,
    denied: `${name} can’t use this gateway.`,
    'sign-in': `${name} can use this gateway after a new sign-in${condition}.`,
    undecided: `Whether ${name} can use this gateway can’t be decided here.`,
  };
  return sentences[verdict];
}

/** Returns what to do about a verdict, as one sentence; null if there is nothing to do. */
export function nextStep({ subject, verdict, steps }: PolicyCheck): string | null {
  const name = toSingleLine(subject.username, 80);
  if (verdict === 'allowed') return null;
  if (verdict === 'sign-in') return `Sign in to Globus again as ${name}.`;
  const deciding = steps.find(({ outcome }) => outcome === verdict);
  if (verdict === 'denied' && deciding?.id === 'domain')
    return 'Sign in to Globus with an identity from an allowed domain, or ask the site administrators to allow this one.';
  if (verdict === 'denied') return 'Ask the site administrators for access.';
  return 'Ask the site administrators to check it on their server.';
}

/**
 * Returns the result of a check as plain text to send to someone, with every step and its source.
 *
 * @param now milliseconds since the epoch
 */
export function explainPolicyCheck(check: PolicyCheck, gatewayName: string | null, now: number): string {
  const gateway =
    gatewayName === null ? 'a stream gateway' : `the stream gateway “${toSingleLine(gatewayName, 80)}”`;
  const next = nextStep(check);
  const steps = check.steps.map(
    ({ title, outcome, reason, source }, at) =>
      `${at + 1}. ${title}: ${OUTCOME_TEXT[outcome]}\n   ${reason}\n   Source: ${source}`,
  );
  return [
    `This is a check of the policy of ${gateway}.`,
    [verdictSentence(check), next].filter(Boolean).join(' '),
    ...steps,
    `Checked on ${utcTimeText(now)} against the policy as Globus reports it. The site decides.`,
  ].join('\n\n');
}
