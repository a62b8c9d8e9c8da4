import { countText } from '../text/count.ts';
import { toSingleLine } from '../text/plainText.ts';
import { durationText } from '../text/time.ts';
import { isTerminal } from '../tunnel/state.ts';
import { activeRules } from './activeRules.ts';
import { connectingRules } from './connectingRules.ts';
import { endedRules } from './endedRules.ts';
import { type DiagnosisFacts, type DiagnosisInput, gatherFacts } from './facts.ts';
import { CREATE_BUNDLE_STEP, eventEvidence, VIEW_EVENTS_STEP } from './nextSteps.ts';
import { composeReply } from './reply.ts';
import type { DiagnosisRule, Evidence, Finding } from './rule.ts';
import { setupRules } from './setupRules.ts';
import { stoppingRules } from './stoppingRules.ts';
import { waitingRules } from './waitingRules.ts';

/** What is happening to a tunnel, who has to act next, what to do and what to reply. */
export interface Diagnosis extends Finding {
  /** The rule that made the diagnosis, and its source. */
  ruleId: string;
  source: string;
  evidence: Evidence[];
  /** A message, ready to send to the person who asked. */
  reply: string;
}

/** Every rule, in the order in which they are evaluated. */
export const DIAGNOSIS_RULES: readonly DiagnosisRule[] = [
  ...setupRules,
  ...connectingRules,
  ...waitingRules,
  ...activeRules,
  ...stoppingRules,
  ...endedRules,
];

/** What is left when no rule applies: a state of which only the name is known. */
const UNKNOWN_STATE_RULE = {
  id: 'unknown-state',
  source: 'api, states: "the field is an open string: others will come"',
  evaluate: ({ tunnel, history, now, yourTunnel }: DiagnosisFacts): Finding => {
    const stateText = toSingleLine(tunnel.stateText, 60);
    return {
      tone: 'unknown',
      verdict: stateText === '' ? 'Globus reported no state' : `Unrecognized state: ${stateText}`,
      waitingOn: 'unknown',
      uncertainty: 'This dashboard doesn’t recognize the state. Check the status and the events.',
      evidence: eventEvidence(history.unresolvedError, now),
      nextSteps: [VIEW_EVENTS_STEP, CREATE_BUNDLE_STEP],
      reply: `${yourTunnel} is in a state we don’t recognize. We’re looking into it.`,
    };
  },
} satisfies DiagnosisRule;

/**
 * Diagnoses a tunnel. Codes, states and times decide, never the wording of a status or a description.
 *
 * @throws never: what no rule covers is diagnosed as an unrecognized state
 */
export function diagnose(input: DiagnosisInput): Diagnosis {
  const facts = gatherFacts(input);
  for (const rule of DIAGNOSIS_RULES) {
    const finding = rule.evaluate(facts);
    if (finding) return toDiagnosis(rule, finding, facts);
  }
  return toDiagnosis(UNKNOWN_STATE_RULE, UNKNOWN_STATE_RULE.evaluate(facts), facts);
}

function toDiagnosis({ id, source }: DiagnosisRule, finding: Finding, facts: DiagnosisFacts): Diagnosis {
  return {
    ...finding,
    ruleId: id,
    source,
    evidence: [...commonEvidence(facts), ...(finding.evidence ?? [])],
    reply: composeReply(facts, finding),
  };
}

/** Returns the evidence that belongs to every diagnosis: state, status, times, and what is missing. */
function commonEvidence(facts: DiagnosisFacts): Evidence[] {
  const { tunnel, ageMs, isClockBehind } = facts;
  const evidence: Evidence[] = [
    { source: 'state', text: `State: ${toSingleLine(tunnel.stateText, 60) || 'Unknown'}` },
  ];
  const status = toSingleLine(tunnel.status, 300);
  if (status) evidence.push({ source: 'status', text: `Status: “${status}”` });
  if (ageMs !== null) evidence.push({ source: 'clock', text: `Created ${durationText(ageMs)} ago` });
  const end = endText(facts);
  if (end !== null) evidence.push({ source: 'clock', text: end });
  if (isClockBehind)
    evidence.push({ source: 'clock', text: 'This device’s clock is behind, so times may be off.' });
  const gap = missingEventsText(facts);
  if (gap !== null) evidence.push({ source: 'event', text: gap });
  return evidence;
}

function endText({ tunnel, leftMs }: DiagnosisFacts): string | null {
  if (leftMs === null) return null;
  if (isTerminal(tunnel)) {
    return leftMs > 0
      ? `Lifetime would have ended in ${durationText(leftMs)}`
      : `Lifetime ended ${durationText(-leftMs)} ago`;
  }
  return leftMs > 0 ? `Expires in ${durationText(leftMs)}` : `Expired ${durationText(-leftMs)} ago`;
}

function missingEventsText({
  areEventsLoaded,
  lacksNewest,
  isEveryEvent,
  history,
}: DiagnosisFacts): string | null {
  if (!areEventsLoaded) return 'Couldn’t load events.';
  if (lacksNewest) return 'The newest events haven’t loaded, so older events were ignored.';
  return isEveryEvent
    ? null
    : `Checked ${countText(history.events.length, 'event')}; more haven’t been loaded.`;
}
