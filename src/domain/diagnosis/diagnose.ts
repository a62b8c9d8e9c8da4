import { toSingleLine } from '../text/plainText.ts';
import { durationText } from '../text/time.ts';
import { endedRules } from './endedRules.ts';
import { type DiagnosisFacts, type DiagnosisInput, gatherFacts } from './facts.ts';
import { composeReply } from './reply.ts';
import type { DiagnosisRule, Evidence, Finding } from './rule.ts';
import { runningRules } from './runningRules.ts';
import { setupRules } from './setupRules.ts';

/** What is wrong, or not, with a tunnel; whose turn it is; what to do and what to answer. */
export interface Diagnosis extends Finding {
  /** The rule that spoke, and its source. */
  ruleId: string;
  source: string;
  evidence: Evidence[];
  /** A text ready to send to the person who asked. */
  reply: string;
}

/** The last line: a state of which nothing is known but its name. */
const LAST_RULE: DiagnosisRule = {
  id: 'unknown-state',
  source: 'api, states: "the field is an open string: others will come"',
  applies: () => true,
  evaluate: ({ tunnel, history }) => ({
    tone: 'unknown',
    verdict: `Globus calls the state ${toSingleLine(tunnel.stateText, 60) || 'by no name'}, which this dashboard does not know.`,
    waitingOn: 'not-known',
    uncertainty: 'What this state means; Globus’ own status and the events may tell.',
    ...(history.unresolvedError && {
      evidence: [
        {
          source: 'event',
          text: `The last error: ${toSingleLine(history.unresolvedError.codeText, 60)}.`,
          eventId: history.unresolvedError.id,
        },
      ],
    }),
    nextSteps: [
      { kind: 'action', text: 'Read the events', action: 'events' },
      { kind: 'action', text: 'Make a support bundle for Globus support', action: 'bundle' },
    ],
    reply: 'is in a state that our dashboard does not know yet. We are finding out what it means.',
  }),
};

/** The whole table, in the order it is asked. */
export const DIAGNOSIS_RULES: readonly DiagnosisRule[] = [
  ...setupRules,
  ...runningRules,
  ...endedRules,
  LAST_RULE,
];

/**
 * Diagnoses a tunnel. Codes, states and times decide, never the wording of a status or a description.
 *
 * @throws never: the table ends with a rule for everything it does not know
 */
export function diagnose(input: DiagnosisInput): Diagnosis {
  const facts = gatherFacts(input);
  const rule = DIAGNOSIS_RULES.find(({ applies }) => applies(facts)) ?? LAST_RULE;
  const finding = rule.evaluate(facts);
  return {
    ...finding,
    ruleId: rule.id,
    source: rule.source,
    evidence: [...commonEvidence(facts), ...(finding.evidence ?? [])],
    reply: composeReply(facts, finding),
  };
}

function commonEvidence({
  tunnel,
  ageMs,
  leftMs,
  isClockBehind,
  areEventsLoaded,
  isEveryEvent,
  lacksNewest,
  history,
}: DiagnosisFacts): Evidence[] {
  const evidence: Evidence[] = [
    { source: 'state', text: `The state is ${toSingleLine(tunnel.stateText, 60) || 'empty'}.` },
  ];
  const status = toSingleLine(tunnel.status, 300);
  if (status) evidence.push({ source: 'status', text: `Globus says: “${status}”` });
  if (ageMs !== null) evidence.push({ source: 'clock', text: `Made ${durationText(ageMs)} ago.` });
  if (leftMs !== null) evidence.push({ source: 'clock', text: lifetimeWords(leftMs) });
  if (isClockBehind)
    evidence.push({ source: 'clock', text: "This device's clock is behind Globus': times may be off." });
  if (!areEventsLoaded) evidence.push({ source: 'event', text: 'The events could not be read.' });
  else if (lacksNewest) evidence.push({ source: 'event', text: LACKS_NEWEST });
  else if (!isEveryEvent) evidence.push({ source: 'event', text: someWords(history.events.length) });
  return evidence;
}

const LACKS_NEWEST =
  'The newest events are not read yet; older ones say nothing about now and were left out.';

function someWords(count: number): string {
  return `${count === 1 ? '1 event was' : `${count} events were`} looked at; there are others that were not read.`;
}

function lifetimeWords(leftMs: number): string {
  return leftMs > 0
    ? `Its lifetime has ${durationText(leftMs)} left.`
    : `Its lifetime was over ${durationText(-leftMs)} ago.`;
}
