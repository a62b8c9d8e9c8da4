import { durationText } from '../text/time.ts';
import type { DiagnosisFacts } from './facts.ts';
import {
  contactBothSitesSteps,
  contactSiteStep,
  eventEvidence,
  RECREATE_STEP,
  VIEW_EVENTS_STEP,
} from './nextSteps.ts';
import type { DiagnosisRule } from './rule.ts';

/** [A] How long before the end of the lifetime, and how long after it, an end may come and still be due to it. */
const EARLY_MS = 5 * 60_000;
const LATE_MS = 30 * 60_000;
/** [A] An error within this time before the end is why it ended. */
const CAUSE_MS = 5 * 60_000;

const isOver = ({ tunnel }: DiagnosisFacts) => tunnel.state === 'STOPPED';
const stoppedMs = ({ history }: DiagnosisFacts) => history.stoppedEvent?.timeMs ?? null;

/** It ran to the end of its lifetime, by its last event. */
function reachedItsEnd(facts: DiagnosisFacts): boolean {
  const stopMs = stoppedMs(facts);
  if (stopMs === null || facts.endMs === null) return false;
  return stopMs >= facts.endMs - EARLY_MS && stopMs <= facts.endMs + LATE_MS;
}

/** An error stands right before the end. */
function diedOfError(facts: DiagnosisFacts): boolean {
  const errorMs = facts.history.unresolvedError?.timeMs;
  if (errorMs === undefined) return false;
  const stopMs = stoppedMs(facts);
  return errorMs === null || stopMs === null || stopMs - errorMs <= CAUSE_MS;
}

/** Once a tunnel is over: why, as far as it can be known. */
export const endedRules: readonly DiagnosisRule[] = [
  {
    id: 'ended-refused',
    source: 'events: an error code that speaks of a refusal; error codes are an open set [A]',
    applies: (facts) => isOver(facts) && diedOfError(facts) && facts.errorHint === 'refused',
    evaluate: (facts) => ({
      tone: 'over',
      verdict: "It ended because a site's stream gateway refused it.",
      waitingOn: 'site',
      evidence: eventEvidence(facts.history.unresolvedError, facts.now),
      uncertainty:
        'That it was refused is read from the code of the event alone; which site it was, it does not say.',
      nextSteps: [
        ...contactBothSitesSteps(facts, 'whether its policy lets you make this tunnel'),
        RECREATE_STEP,
      ],
      reply:
        'was ended by a refusal of one of the two sites: its policy does not allow it. Only the site can change that.',
    }),
  },
  {
    id: 'ended-listener-failed',
    source: 'events: an error code that names the listener; error codes are an open set [A]',
    applies: (facts) => isOver(facts) && diedOfError(facts) && facts.errorHint === 'listener',
    evaluate: (facts) => ({
      tone: 'over',
      verdict: 'It ended because the listener’s side could not be reached.',
      waitingOn: 'listener',
      evidence: eventEvidence(facts.history.unresolvedError, facts.now),
      uncertainty: 'That it is the listener’s side is read from the code of the event.',
      nextSteps: [
        contactSiteStep(facts.listener, `whether ${facts.listenerName} reaches the listening program`),
        RECREATE_STEP,
        VIEW_EVENTS_STEP,
      ],
      reply: `was ended because the listening program at ${facts.listenerName} could not be reached. Please check that it runs, then make the tunnel again.`,
    }),
  },
  {
    id: 'ended-initiator-failed',
    source: 'events: an error code that names the initiator; error codes are an open set [A]',
    applies: (facts) => isOver(facts) && diedOfError(facts) && facts.errorHint === 'initiator',
    evaluate: (facts) => ({
      tone: 'over',
      verdict: 'It ended because of an error at the initiator’s side.',
      waitingOn: 'site',
      evidence: eventEvidence(facts.history.unresolvedError, facts.now),
      uncertainty: 'That it is the initiator’s side is read from the code of the event.',
      nextSteps: [
        contactSiteStep(facts.initiator, 'about the error at the initiator'),
        RECREATE_STEP,
        VIEW_EVENTS_STEP,
      ],
      reply: `was ended by an error at ${facts.initiatorName}. Please make it again; if that fails too, the site has to look.`,
    }),
  },
  {
    id: 'ended-by-error',
    source: 'api, events (is_error); that an error shortly before the end is its cause: [A]',
    applies: (facts) => isOver(facts) && diedOfError(facts),
    evaluate: (facts) => ({
      tone: 'over',
      verdict:
        facts.history.errorCount > 1 && facts.tunnel.restartable
          ? `It ended after ${facts.history.errorCount} errors; restarting did not help.`
          : 'It ended after an error.',
      waitingOn: 'site',
      evidence: eventEvidence(facts.history.unresolvedError, facts.now),
      uncertainty: 'Which side failed, the event does not say.',
      nextSteps: [RECREATE_STEP, ...contactBothSitesSteps(facts, 'about this error'), VIEW_EVENTS_STEP],
      reply:
        'was ended by an error at one of the two sites. Please make it again; if that fails too, we ask the sites.',
    }),
  },
  {
    id: 'ended-with-its-lifetime',
    source: 'api, lifetime_mins; events TUNNEL_STOPPED at the end of it',
    applies: (facts) => isOver(facts) && reachedItsEnd(facts),
    evaluate: (facts) => ({
      tone: 'over',
      verdict: `It ended because its ${facts.tunnel.lifetimeMinutes} minutes were over.`,
      waitingOn: 'owner',
      evidence: eventEvidence(facts.history.stoppedEvent, facts.now),
      nextSteps: [RECREATE_STEP],
      reply: `has ended because its lifetime of ${facts.tunnel.lifetimeMinutes} minutes was over. To go on, make it again, with a longer lifetime if you like.`,
    }),
  },
  {
    id: 'stopped-before-it-started',
    source: 'api, events: TUNNEL_STOPPED without TUNNEL_ACTIVE, all events known and each with its code',
    applies: (facts) =>
      isOver(facts) &&
      stoppedMs(facts) !== null &&
      facts.isEveryEvent &&
      facts.history.events.every(({ codeText }) => codeText !== '') &&
      facts.history.activeEvent === null &&
      facts.tunnel.listenerContact === null,
    evaluate: (facts) => ({
      tone: 'over',
      verdict: 'It was stopped before anybody started its listener.',
      waitingOn: 'owner',
      evidence: eventEvidence(facts.history.stoppedEvent, facts.now),
      uncertainty: 'Who stopped it, Globus does not tell.',
      nextSteps: [RECREATE_STEP],
      reply: 'was stopped before anybody started its listening program, so it never carried data.',
    }),
  },
  {
    id: 'stopped-early',
    source: 'api, PATCH: a client may set STOPPING; that nothing else ends it early without an error: [A]',
    applies: (facts) => isOver(facts) && (stoppedMs(facts) ?? Infinity) < (facts.endMs ?? -Infinity),
    evaluate: (facts) => ({
      tone: 'over',
      verdict: `It was stopped ${durationText((facts.endMs ?? 0) - (stoppedMs(facts) ?? 0))} before the end of its lifetime, and no error came before.`,
      waitingOn: 'owner',
      evidence: eventEvidence(facts.history.stoppedEvent, facts.now),
      uncertainty: 'Somebody probably asked for it; who, Globus does not tell.',
      nextSteps: [RECREATE_STEP, VIEW_EVENTS_STEP],
      reply:
        'was stopped before its time, probably by somebody who can manage it. It cannot be started again, but you can make a new one.',
    }),
  },
  {
    id: 'over-when-due',
    source: 'api, lifetime_mins',
    applies: (facts) => isOver(facts) && facts.leftMs !== null && facts.leftMs <= 0,
    evaluate: (facts) => ({
      tone: 'over',
      verdict: `It is over. Its ${facts.tunnel.lifetimeMinutes} minutes have passed, which may be why.`,
      waitingOn: 'owner',
      uncertainty: 'No event says when it ended, so it may have been stopped before.',
      nextSteps: [RECREATE_STEP, VIEW_EVENTS_STEP],
      reply: `is over; its lifetime of ${facts.tunnel.lifetimeMinutes} minutes has passed. To go on, make it again.`,
    }),
  },
  {
    id: 'over',
    source: 'api, states: STOPPED; nothing starts it again',
    applies: isOver,
    evaluate: () => ({
      tone: 'over',
      verdict: 'It is over.',
      waitingOn: 'owner',
      uncertainty: 'Neither the events nor the times say why.',
      nextSteps: [RECREATE_STEP, VIEW_EVENTS_STEP],
      reply: 'is over and cannot be started again. Why it ended we cannot see; you can make a new one.',
    }),
  },
];
