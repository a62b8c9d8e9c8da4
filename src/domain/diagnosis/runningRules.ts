import { durationText } from '../text/time.ts';
import { initiatorEnvironmentCommand } from '../tunnel/commands.ts';
import { contactText } from '../tunnel/contact.ts';
import { type DiagnosisFacts, isEndingSoon } from './facts.ts';
import { askBothSites, askSite, eventEvidence, MAKE_AGAIN, READ_EVENTS } from './nextSteps.ts';
import type { DiagnosisRule, NextStep } from './rule.ts';

/** [A] Closing takes seconds; this is when the last event should have been followed by the end. */
const SLOW_STOP_MS = 5 * 60_000;

const NOT_TOLD = 'Whether the two applications are connected, Globus does not tell.';

const isActive = ({ tunnel }: DiagnosisFacts) => tunnel.state === 'ACTIVE';
const isStopping = ({ tunnel }: DiagnosisFacts) => tunnel.state === 'STOPPING';
const lastEventMs = ({ history }: DiagnosisFacts) => history.events[0]?.timeMs ?? null;

function connectStep({ tunnel, initiatorName }: DiagnosisFacts): NextStep {
  const address = tunnel.initiatorContact;
  const told = address ? `. Globus tells the initiator’s address as ${contactText(address)}` : '';
  return {
    kind: 'command',
    words: `On the host of the connecting program (${initiatorName}), this prints the contact string to connect with${told}`,
    args: initiatorEnvironmentCommand(tunnel.id),
  };
}

/** While a tunnel carries data, or is being closed. */
export const runRules: readonly DiagnosisRule[] = [
  {
    id: 'active-refused',
    source: 'events: an error code that speaks of a refusal; error codes are an open set [A]',
    applies: (facts) => isActive(facts) && facts.hint === 'refused',
    find: (facts) => ({
      tone: 'problem',
      verdict: "It is active, but a site's stream gateway refused something since.",
      whoseTurn: 'site',
      evidence: eventEvidence(facts.history.trouble, facts.now),
      thin: 'That it was refused is read from the code of the event alone; which site it was, it does not say.',
      nextSteps: [...askBothSites(facts, 'what its policy refuses'), READ_EVENTS],
      reply: 'is up, but one of the two sites refused a connection through it. Only the site can say why.',
    }),
  },
  {
    id: 'active-listener-fails',
    source: 'events: an error code that names the listener; error codes are an open set [A]',
    applies: (facts) => isActive(facts) && facts.hint === 'listener',
    find: (facts) => ({
      tone: 'problem',
      verdict: 'It is active, but the listening program cannot be reached.',
      whoseTurn: 'listener',
      evidence: eventEvidence(facts.history.trouble, facts.now),
      thin: 'That it is the listener’s side is read from the code of the event.',
      nextSteps: [
        READ_EVENTS,
        askSite(facts.listener, `whether ${facts.listenerName} reaches the listening program`),
      ],
      reply: `is up, but the listening program ${facts.tunnel.listenerContact ? `at ${contactText(facts.tunnel.listenerContact)} ` : ''}does not answer. Please check that it runs and listens on this address and port.`,
    }),
  },
  {
    id: 'active-initiator-fails',
    source: 'events: an error code that names the initiator; error codes are an open set [A]',
    applies: (facts) => isActive(facts) && facts.hint === 'initiator',
    find: (facts) => ({
      tone: 'problem',
      verdict: 'It is active, but there was an error at the side that connects.',
      whoseTurn: 'initiator',
      evidence: eventEvidence(facts.history.trouble, facts.now),
      thin: 'That it is the initiator’s side is read from the code of the event.',
      nextSteps: [connectStep(facts), askSite(facts.initiator, 'about the error at the initiator')],
      reply: 'is up, but there was an error at the side of the connecting program. Please connect again.',
    }),
  },
  {
    id: 'active-with-error',
    source: 'api, events (is_error)',
    applies: (facts) => isActive(facts) && facts.history.trouble !== null,
    find: (facts) => ({
      tone: 'unknown',
      verdict: 'It is active, but an error was reported since.',
      whoseTurn: 'nobody',
      evidence: eventEvidence(facts.history.trouble, facts.now),
      thin: 'Whether the error still matters, Globus does not tell: the state is active all the same.',
      nextSteps: [READ_EVENTS, ...askBothSites(facts, 'about this error')],
      reply:
        'is up, but an error was reported since it started. If your programs do not reach each other, please tell us when you last tried.',
    }),
  },
  {
    id: 'ends-soon',
    source: 'api, lifetime_mins: no call extends a lifetime',
    applies: (facts) => isActive(facts) && isEndingSoon(facts),
    find: ({ leftMs }) => ({
      tone: 'waiting',
      verdict:
        (leftMs ?? 0) > 0
          ? `It is active and ends in ${durationText(leftMs ?? 0)}; a lifetime cannot be extended.`
          : 'Its lifetime is just over; Globus is about to close it.',
      whoseTurn: 'owner',
      nextSteps: [MAKE_AGAIN],
      reply: 'is about to end. A lifetime cannot be extended: to go on, make a new tunnel and move to it.',
    }),
  },
  {
    id: 'active-without-address',
    source: 'api, tunnel attributes: initiator_ip_address and initiator_port may be null',
    applies: (facts) => isActive(facts) && facts.tunnel.initiatorContact === null,
    find: (facts) => ({
      tone: 'good',
      verdict: 'It is active. Globus does not tell the initiator’s address.',
      whoseTurn: 'initiator',
      evidence: eventEvidence(facts.history.active, facts.now),
      thin: NOT_TOLD,
      nextSteps: [connectStep(facts)],
      reply: `is up. The command on the host of the connecting program prints the contact string to connect with.`,
    }),
  },
  {
    id: 'active-after-restarts',
    source: 'api, restartable; events TUNNEL_ACTIVE, more than one',
    applies: (facts) => isActive(facts) && facts.history.timesActive > 1,
    find: (facts) => ({
      tone: 'good',
      verdict: `It is active, after ${facts.history.timesActive - 1 === 1 ? 'a restart' : `${facts.history.timesActive - 1} restarts`}.`,
      whoseTurn: 'initiator',
      evidence: [
        ...eventEvidence(facts.history.lastError, facts.now),
        ...eventEvidence(facts.history.active, facts.now),
      ],
      thin: `${NOT_TOLD} Connections from before the restart are gone.`,
      nextSteps: [connectStep(facts), READ_EVENTS],
      reply:
        'is up again after an interruption. Connections from before are gone: please start your connecting program again.',
    }),
  },
  {
    id: 'active',
    source: 'api, states: ACTIVE carries data; events TUNNEL_ACTIVE',
    applies: isActive,
    find: (facts) => ({
      tone: 'good',
      verdict: 'It is active: the way between the two sites is open.',
      whoseTurn: 'initiator',
      evidence: eventEvidence(facts.history.active, facts.now),
      thin: facts.history.active ? NOT_TOLD : `${NOT_TOLD} No event says since when it is active.`,
      nextSteps: [connectStep(facts)],
      reply: 'is up: the way between the two sites is open, and the connecting program can connect now.',
    }),
  },
  {
    id: 'stopping-slowly',
    source: 'api, states: STOPPING; that it takes seconds: [A]',
    applies: (facts) =>
      isStopping(facts) &&
      facts.history.trouble !== null &&
      facts.now - (lastEventMs(facts) ?? facts.now) >= SLOW_STOP_MS,
    find: (facts) => ({
      tone: 'problem',
      verdict: `It is being closed, and the last thing heard, ${durationText(facts.now - (lastEventMs(facts) ?? facts.now))} ago, was an error.`,
      whoseTurn: 'site',
      evidence: eventEvidence(facts.history.trouble, facts.now),
      thin: 'Since when it is being closed, Globus does not tell.',
      nextSteps: [
        { kind: 'action', words: 'Look again', action: 'refresh' },
        ...askBothSites(facts, 'whether its stream gateway still answers'),
      ],
      reply: 'is being closed. An error came before, so it may take longer than usual.',
    }),
  },
  {
    id: 'stopping-at-its-end',
    source: 'api, lifetime_mins and states: STOPPING',
    applies: (facts) => isStopping(facts) && facts.leftMs !== null && facts.leftMs <= 0,
    find: ({ tunnel }) => ({
      tone: 'waiting',
      verdict: `Its ${tunnel.lifetimeMinutes} minutes are over, and Globus is closing it.`,
      whoseTurn: 'globus',
      nextSteps: [MAKE_AGAIN],
      reply: `has reached the end of its ${tunnel.lifetimeMinutes} minutes and is being closed.`,
    }),
  },
  {
    id: 'stopping',
    source: 'api, states: STOPPING follows a request to stop',
    applies: isStopping,
    find: () => ({
      tone: 'waiting',
      verdict: 'Somebody asked to stop it, and Globus is closing it.',
      whoseTurn: 'globus',
      thin: 'Who asked, and since when, Globus does not tell.',
      nextSteps: [{ kind: 'action', words: 'Look again', action: 'refresh' }, MAKE_AGAIN],
      reply: 'is being stopped because somebody asked for it. It cannot be started again.',
    }),
  },
];
