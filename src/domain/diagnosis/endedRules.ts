import { durationText } from '../text/time.ts';
import type { DiagnosisFacts } from './facts.ts';
import { askBothSites, askSite, eventEvidence, MAKE_AGAIN, READ_EVENTS } from './nextSteps.ts';
import type { DiagnosisRule } from './rule.ts';

/** [A] How long before the end of the lifetime, and how long after it, an end may come and still be due to it. */
const EARLY_MS = 5 * 60_000;
const LATE_MS = 30 * 60_000;
/** [A] An error within this time before the end is why it ended. */
const CAUSE_MS = 5 * 60_000;

const isOver = ({ tunnel }: DiagnosisFacts) => tunnel.state === 'STOPPED';
const stoppedMs = ({ history }: DiagnosisFacts) => history.stopped?.timeMs ?? null;

/** It ran to the end of its lifetime, by its last event. */
function reachedItsEnd(facts: DiagnosisFacts): boolean {
  const stopMs = stoppedMs(facts);
  if (stopMs === null || facts.endMs === null) return false;
  return stopMs >= facts.endMs - EARLY_MS && stopMs <= facts.endMs + LATE_MS;
}

/** An error stands right before the end. */
function diedOfError(facts: DiagnosisFacts): boolean {
  const errorMs = facts.history.trouble?.timeMs;
  if (errorMs === undefined) return false;
  const stopMs = stoppedMs(facts);
  return errorMs === null || stopMs === null || stopMs - errorMs <= CAUSE_MS;
}

/** Once a tunnel is over: why, as far as it can be known. */
export const endRules: readonly DiagnosisRule[] = [
  {
    id: 'ended-refused',
    source: 'events: an error code that speaks of a refusal; error codes are an open set [A]',
    applies: (facts) => isOver(facts) && diedOfError(facts) && facts.hint === 'refused',
    find: (facts) => ({
      tone: 'over',
      verdict: "It ended because a site's stream gateway refused it.",
      whoseTurn: 'site',
      evidence: eventEvidence(facts.history.trouble, facts.now),
      thin: 'That it was refused is read from the code of the event alone; which site it was, it does not say.',
      nextSteps: [...askBothSites(facts, 'whether its policy lets you make this tunnel'), MAKE_AGAIN],
      reply:
        'was ended by a refusal of one of the two sites: its policy does not allow it. Only the site can change that.',
    }),
  },
  {
    id: 'ended-listener-failed',
    source: 'events: an error code that names the listener; error codes are an open set [A]',
    applies: (facts) => isOver(facts) && diedOfError(facts) && facts.hint === 'listener',
    find: (facts) => ({
      tone: 'over',
      verdict: 'It ended because the listener’s side could not be reached.',
      whoseTurn: 'listener',
      evidence: eventEvidence(facts.history.trouble, facts.now),
      thin: 'That it is the listener’s side is read from the code of the event.',
      nextSteps: [
        askSite(facts.listener, `whether ${facts.listenerName} reaches the listening program`),
        MAKE_AGAIN,
        READ_EVENTS,
      ],
      reply: `was ended because the listening program at ${facts.listenerName} could not be reached. Please check that it runs, then make the tunnel again.`,
    }),
  },
  {
    id: 'ended-initiator-failed',
    source: 'events: an error code that names the initiator; error codes are an open set [A]',
    applies: (facts) => isOver(facts) && diedOfError(facts) && facts.hint === 'initiator',
    find: (facts) => ({
      tone: 'over',
      verdict: 'It ended because of an error at the initiator’s side.',
      whoseTurn: 'site',
      evidence: eventEvidence(facts.history.trouble, facts.now),
      thin: 'That it is the initiator’s side is read from the code of the event.',
      nextSteps: [askSite(facts.initiator, 'about the error at the initiator'), MAKE_AGAIN, READ_EVENTS],
      reply: `was ended by an error at ${facts.initiatorName}. Please make it again; if that fails too, the site has to look.`,
    }),
  },
  {
    id: 'ended-by-error',
    source: 'api, events (is_error); that an error shortly before the end is its cause: [A]',
    applies: (facts) => isOver(facts) && diedOfError(facts),
    find: (facts) => ({
      tone: 'over',
      verdict:
        facts.history.errors > 1 && facts.tunnel.restartable
          ? `It ended after ${facts.history.errors} errors; restarting did not help.`
          : 'It ended after an error.',
      whoseTurn: 'site',
      evidence: eventEvidence(facts.history.trouble, facts.now),
      thin: 'Which side failed, the event does not say.',
      nextSteps: [MAKE_AGAIN, ...askBothSites(facts, 'about this error'), READ_EVENTS],
      reply:
        'was ended by an error at one of the two sites. Please make it again; if that fails too, we ask the sites.',
    }),
  },
  {
    id: 'ended-with-its-lifetime',
    source: 'api, lifetime_mins; events TUNNEL_STOPPED at the end of it',
    applies: (facts) => isOver(facts) && reachedItsEnd(facts),
    find: (facts) => ({
      tone: 'over',
      verdict: `It ended because its ${facts.tunnel.lifetimeMinutes} minutes were over.`,
      whoseTurn: 'owner',
      evidence: eventEvidence(facts.history.stopped, facts.now),
      nextSteps: [MAKE_AGAIN],
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
      facts.history.active === null &&
      facts.tunnel.listenerContact === null,
    find: (facts) => ({
      tone: 'over',
      verdict: 'It was stopped before anybody started its listener.',
      whoseTurn: 'owner',
      evidence: eventEvidence(facts.history.stopped, facts.now),
      thin: 'Who stopped it, Globus does not tell.',
      nextSteps: [MAKE_AGAIN],
      reply: 'was stopped before anybody started its listening program, so it never carried data.',
    }),
  },
  {
    id: 'stopped-early',
    source: 'api, PATCH: a client may set STOPPING; that nothing else ends it early without an error: [A]',
    applies: (facts) => isOver(facts) && (stoppedMs(facts) ?? Infinity) < (facts.endMs ?? -Infinity),
    find: (facts) => ({
      tone: 'over',
      verdict: `It was stopped ${durationText((facts.endMs ?? 0) - (stoppedMs(facts) ?? 0))} before the end of its lifetime, and no error came before.`,
      whoseTurn: 'owner',
      evidence: eventEvidence(facts.history.stopped, facts.now),
      thin: 'Somebody probably asked for it; who, Globus does not tell.',
      nextSteps: [MAKE_AGAIN, READ_EVENTS],
      reply:
        'was stopped before its time, probably by somebody who can manage it. It cannot be started again, but you can make a new one.',
    }),
  },
  {
    id: 'over-when-due',
    source: 'api, lifetime_mins',
    applies: (facts) => isOver(facts) && facts.leftMs !== null && facts.leftMs <= 0,
    find: (facts) => ({
      tone: 'over',
      verdict: `It is over. Its ${facts.tunnel.lifetimeMinutes} minutes have passed, which may be why.`,
      whoseTurn: 'owner',
      thin: 'No event says when it ended, so it may have been stopped before.',
      nextSteps: [MAKE_AGAIN, READ_EVENTS],
      reply: `is over; its lifetime of ${facts.tunnel.lifetimeMinutes} minutes has passed. To go on, make it again.`,
    }),
  },
  {
    id: 'over',
    source: 'api, states: STOPPED; nothing starts it again',
    applies: isOver,
    find: () => ({
      tone: 'over',
      verdict: 'It is over.',
      whoseTurn: 'owner',
      thin: 'Neither the events nor the times say why.',
      nextSteps: [MAKE_AGAIN, READ_EVENTS],
      reply: 'is over and cannot be started again. Why it ended we cannot see; you can make a new one.',
    }),
  },
];
