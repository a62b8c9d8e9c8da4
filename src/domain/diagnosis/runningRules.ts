import { durationText } from '../text/time.ts';
import { initiatorEnvironmentCommand } from '../tunnel/commands.ts';
import { contactText } from '../tunnel/contact.ts';
import { type DiagnosisFacts, isEndingSoon } from './facts.ts';
import {
  contactBothSitesSteps,
  contactSiteStep,
  eventEvidence,
  RECREATE_STEP,
  VIEW_EVENTS_STEP,
} from './nextSteps.ts';
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
    text: `On the host of the connecting program (${initiatorName}), this prints the contact string to connect with${told}`,
    args: initiatorEnvironmentCommand(tunnel.id),
  };
}

/** While a tunnel carries data, or is being closed. */
export const runningRules: readonly DiagnosisRule[] = [
  {
    id: 'active-refused',
    source: 'events: an error code that speaks of a refusal; error codes are an open set [A]',
    applies: (facts) => isActive(facts) && facts.errorHint === 'refused',
    evaluate: (facts) => ({
      tone: 'problem',
      verdict: "It is active, but a site's stream gateway refused something since.",
      waitingOn: 'site',
      evidence: eventEvidence(facts.history.unresolvedError, facts.now),
      uncertainty:
        'That it was refused is read from the code of the event alone; which site it was, it does not say.',
      nextSteps: [...contactBothSitesSteps(facts, 'what its policy refuses'), VIEW_EVENTS_STEP],
      reply: 'is up, but one of the two sites refused a connection through it. Only the site can say why.',
    }),
  },
  {
    id: 'active-listener-fails',
    source: 'events: an error code that names the listener; error codes are an open set [A]',
    applies: (facts) => isActive(facts) && facts.errorHint === 'listener',
    evaluate: (facts) => ({
      tone: 'problem',
      verdict: 'It is active, but the listening program cannot be reached.',
      waitingOn: 'listener',
      evidence: eventEvidence(facts.history.unresolvedError, facts.now),
      uncertainty: 'That it is the listener’s side is read from the code of the event.',
      nextSteps: [
        VIEW_EVENTS_STEP,
        contactSiteStep(facts.listener, `whether ${facts.listenerName} reaches the listening program`),
      ],
      reply: `is up, but the listening program ${facts.tunnel.listenerContact ? `at ${contactText(facts.tunnel.listenerContact)} ` : ''}does not answer. Please check that it runs and listens on this address and port.`,
    }),
  },
  {
    id: 'active-initiator-fails',
    source: 'events: an error code that names the initiator; error codes are an open set [A]',
    applies: (facts) => isActive(facts) && facts.errorHint === 'initiator',
    evaluate: (facts) => ({
      tone: 'problem',
      verdict: 'It is active, but there was an error at the side that connects.',
      waitingOn: 'initiator',
      evidence: eventEvidence(facts.history.unresolvedError, facts.now),
      uncertainty: 'That it is the initiator’s side is read from the code of the event.',
      nextSteps: [connectStep(facts), contactSiteStep(facts.initiator, 'about the error at the initiator')],
      reply: 'is up, but there was an error at the side of the connecting program. Please connect again.',
    }),
  },
  {
    id: 'active-with-error',
    source: 'api, events (is_error)',
    applies: (facts) => isActive(facts) && facts.history.unresolvedError !== null,
    evaluate: (facts) => ({
      tone: 'unknown',
      verdict: 'It is active, but an error was reported since.',
      waitingOn: 'nobody',
      evidence: eventEvidence(facts.history.unresolvedError, facts.now),
      uncertainty: 'Whether the error still matters, Globus does not tell: the state is active all the same.',
      nextSteps: [VIEW_EVENTS_STEP, ...contactBothSitesSteps(facts, 'about this error')],
      reply:
        'is up, but an error was reported since it started. If your programs do not reach each other, please tell us when you last tried.',
    }),
  },
  {
    id: 'ends-soon',
    source: 'api, lifetime_mins: no call extends a lifetime',
    applies: (facts) => isActive(facts) && isEndingSoon(facts),
    evaluate: ({ leftMs }) => ({
      tone: 'waiting',
      verdict:
        (leftMs ?? 0) > 0
          ? `It is active and ends in ${durationText(leftMs ?? 0)}; a lifetime cannot be extended.`
          : 'Its lifetime is just over; Globus is about to close it.',
      waitingOn: 'owner',
      nextSteps: [RECREATE_STEP],
      reply: 'is about to end. A lifetime cannot be extended: to go on, make a new tunnel and move to it.',
    }),
  },
  {
    id: 'active-without-address',
    source: 'api, tunnel attributes: initiator_ip_address and initiator_port may be null',
    applies: (facts) => isActive(facts) && facts.tunnel.initiatorContact === null,
    evaluate: (facts) => ({
      tone: 'good',
      verdict: 'It is active. Globus does not tell the initiator’s address.',
      waitingOn: 'initiator',
      evidence: eventEvidence(facts.history.activeEvent, facts.now),
      uncertainty: NOT_TOLD,
      nextSteps: [connectStep(facts)],
      reply: `is up. The command on the host of the connecting program prints the contact string to connect with.`,
    }),
  },
  {
    id: 'active-after-restarts',
    source: 'api, restartable; events TUNNEL_ACTIVE, more than one',
    applies: (facts) => isActive(facts) && facts.history.activationCount > 1,
    evaluate: (facts) => ({
      tone: 'good',
      verdict: `It is active, after ${facts.history.activationCount - 1 === 1 ? 'a restart' : `${facts.history.activationCount - 1} restarts`}.`,
      waitingOn: 'initiator',
      evidence: [
        ...eventEvidence(facts.history.lastError, facts.now),
        ...eventEvidence(facts.history.activeEvent, facts.now),
      ],
      uncertainty: `${NOT_TOLD} Connections from before the restart are gone.`,
      nextSteps: [connectStep(facts), VIEW_EVENTS_STEP],
      reply:
        'is up again after an interruption. Connections from before are gone: please start your connecting program again.',
    }),
  },
  {
    id: 'active',
    source: 'api, states: ACTIVE carries data; events TUNNEL_ACTIVE',
    applies: isActive,
    evaluate: (facts) => ({
      tone: 'good',
      verdict: 'It is active: the way between the two sites is open.',
      waitingOn: 'initiator',
      evidence: eventEvidence(facts.history.activeEvent, facts.now),
      uncertainty: facts.history.activeEvent
        ? NOT_TOLD
        : `${NOT_TOLD} No event says since when it is active.`,
      nextSteps: [connectStep(facts)],
      reply: 'is up: the way between the two sites is open, and the connecting program can connect now.',
    }),
  },
  {
    id: 'stopping-slowly',
    source: 'api, states: STOPPING; that it takes seconds: [A]',
    applies: (facts) =>
      isStopping(facts) &&
      facts.history.unresolvedError !== null &&
      facts.now - (lastEventMs(facts) ?? facts.now) >= SLOW_STOP_MS,
    evaluate: (facts) => ({
      tone: 'problem',
      verdict: `It is being closed, and the last thing heard, ${durationText(facts.now - (lastEventMs(facts) ?? facts.now))} ago, was an error.`,
      waitingOn: 'site',
      evidence: eventEvidence(facts.history.unresolvedError, facts.now),
      uncertainty: 'Since when it is being closed, Globus does not tell.',
      nextSteps: [
        { kind: 'action', text: 'Look again', action: 'refresh' },
        ...contactBothSitesSteps(facts, 'whether its stream gateway still answers'),
      ],
      reply: 'is being closed. An error came before, so it may take longer than usual.',
    }),
  },
  {
    id: 'stopping-at-its-end',
    source: 'api, lifetime_mins and states: STOPPING',
    applies: (facts) => isStopping(facts) && facts.leftMs !== null && facts.leftMs <= 0,
    evaluate: ({ tunnel }) => ({
      tone: 'waiting',
      verdict: `Its ${tunnel.lifetimeMinutes} minutes are over, and Globus is closing it.`,
      waitingOn: 'globus',
      nextSteps: [RECREATE_STEP],
      reply: `has reached the end of its ${tunnel.lifetimeMinutes} minutes and is being closed.`,
    }),
  },
  {
    id: 'stopping',
    source: 'api, states: STOPPING follows a request to stop',
    applies: isStopping,
    evaluate: () => ({
      tone: 'waiting',
      verdict: 'Somebody asked to stop it, and Globus is closing it.',
      waitingOn: 'globus',
      uncertainty: 'Who asked, and since when, Globus does not tell.',
      nextSteps: [{ kind: 'action', text: 'Look again', action: 'refresh' }, RECREATE_STEP],
      reply: 'is being stopped because somebody asked for it. It cannot be started again.',
    }),
  },
];
