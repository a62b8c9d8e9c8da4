import { oneLine } from '../text/plainText.ts';
import { durationText } from '../text/time.ts';
import { endRules } from './endedRules.ts';
import { type DiagnosisFacts, type DiagnosisInput, gatherFacts } from './facts.ts';
import { composeReply } from './reply.ts';
import type { DiagnosisRule, Evidence, Finding } from './rule.ts';
import { runRules } from './runningRules.ts';
import { startRules } from './setupRules.ts';

/** What is wrong, or not, with a tunnel; whose turn it is; what to do and what to answer. */
export interface Diagnosis extends Finding {
  /** The rule that spoke, and its source. */
  rule: string;
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
  find: ({ tunnel, history }) => ({
    tone: 'unknown',
    verdict: `Globus calls the state ${oneLine(tunnel.stateText, 60) || 'by no name'}, which this dashboard does not know.`,
    whoseTurn: 'not-known',
    thin: 'What this state means; Globus’ own status and the events may tell.',
    ...(history.trouble && {
      evidence: [
        {
          from: 'event',
          words: `The last error: ${oneLine(history.trouble.codeText, 60)}.`,
          eventId: history.trouble.id,
        },
      ],
    }),
    nextSteps: [
      { kind: 'action', words: 'Read the events', action: 'events' },
      { kind: 'action', words: 'Make a support bundle for Globus support', action: 'bundle' },
    ],
    reply: 'is in a state that our dashboard does not know yet. We are finding out what it means.',
  }),
};

/** The whole table, in the order it is asked. */
export const DIAGNOSIS_RULES: readonly DiagnosisRule[] = [...startRules, ...runRules, ...endRules, LAST_RULE];

/**
 * Diagnoses a tunnel. Codes, states and times decide, never the wording of a status or a description.
 *
 * @throws never: the table ends with a rule for everything it does not know
 */
export function diagnose(input: DiagnosisInput): Diagnosis {
  const facts = gatherFacts(input);
  const rule = DIAGNOSIS_RULES.find(({ applies }) => applies(facts)) ?? LAST_RULE;
  const finding = rule.find(facts);
  return {
    ...finding,
    rule: rule.id,
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
  eventsKnown,
  isEveryEvent,
  lacksNewest,
  history,
}: DiagnosisFacts): Evidence[] {
  const evidence: Evidence[] = [
    { from: 'state', words: `The state is ${oneLine(tunnel.stateText, 60) || 'empty'}.` },
  ];
  const status = oneLine(tunnel.status, 300);
  if (status) evidence.push({ from: 'status', words: `Globus says: “${status}”` });
  if (ageMs !== null) evidence.push({ from: 'clock', words: `Made ${durationText(ageMs)} ago.` });
  if (leftMs !== null) evidence.push({ from: 'clock', words: lifetimeWords(leftMs) });
  if (isClockBehind)
    evidence.push({ from: 'clock', words: "This device's clock is behind Globus': times may be off." });
  if (!eventsKnown) evidence.push({ from: 'event', words: 'The events could not be read.' });
  else if (lacksNewest) evidence.push({ from: 'event', words: LACKS_NEWEST });
  else if (!isEveryEvent) evidence.push({ from: 'event', words: someWords(history.events.length) });
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
