import { durationText } from '../text/time.ts';
import { initiatorEnvironmentCommand, listenerEnvironmentCommand } from '../tunnel/commands.ts';
import { contactText, EXAMPLE_CONTACT } from '../tunnel/contact.ts';
import { type DiagnosisFacts, isEndingSoon } from './facts.ts';
import {
  contactBothSitesSteps,
  contactSiteStep,
  eventEvidence,
  RECREATE_STEP,
  VIEW_EVENTS_STEP,
} from './nextSteps.ts';
import type { DiagnosisRule, NextStep } from './rule.ts';

const MINUTE_MS = 60_000;
/** [A] Setting up and connecting take seconds where all is well; after two minutes something is amiss. */
const SLOW_MS = 2 * MINUTE_MS;
/** [A] How long it is ordinary that nobody has started the listener yet. */
const PATIENCE_MS = 10 * MINUTE_MS;

const isSettingUp = ({ tunnel }: DiagnosisFacts) => tunnel.state === 'UNINITIALIZED';
const isAwaiting = ({ tunnel }: DiagnosisFacts) => tunnel.state === 'AWAITING_LISTENER';
const hasNoContact = (facts: DiagnosisFacts) => isAwaiting(facts) && facts.tunnel.listenerContact === null;
const isConnecting = (facts: DiagnosisFacts) => isAwaiting(facts) && facts.tunnel.listenerContact !== null;
const connectingMs = ({ history, now }: DiagnosisFacts) =>
  history.startedEvent?.timeMs == null ? null : Math.max(0, now - history.startedEvent.timeMs);

function startListenerSteps({ tunnel, listenerName }: DiagnosisFacts): NextStep[] {
  return [
    {
      kind: 'command',
      text: `On the host of the listening program (${listenerName}), run this with its own address and port in place of ${contactText(EXAMPLE_CONTACT)}`,
      args: listenerEnvironmentCommand(tunnel.id, EXAMPLE_CONTACT),
    },
    { kind: 'action', text: "Give the listener's address here", action: 'give-listener' },
  ];
}

const API_AWAITING =
  "api, states: AWAITING_LISTENER waits for the listener's contact; setting it starts the tunnel";

/** Before a tunnel carries data. */
export const setupRules: readonly DiagnosisRule[] = [
  {
    id: 'over-but-open',
    source: 'api, lifetime_mins; that Globus closes it within minutes: [A]',
    applies: ({ tunnel, leftMs }) =>
      ['UNINITIALIZED', 'AWAITING_LISTENER', 'ACTIVE', 'STOPPING'].includes(tunnel.state) &&
      leftMs !== null &&
      leftMs < -5 * MINUTE_MS,
    evaluate: ({ leftMs }) => ({
      tone: 'problem',
      verdict: `Its lifetime was over ${durationText(-(leftMs ?? 0))} ago, and Globus has not closed it.`,
      waitingOn: 'globus',
      uncertainty: 'Why it is still open, Globus does not tell.',
      nextSteps: [
        { kind: 'action', text: 'Look again', action: 'refresh' },
        RECREATE_STEP,
        { kind: 'action', text: 'Make a support bundle for Globus support', action: 'bundle' },
      ],
      reply:
        'has reached the end of its lifetime, although Globus still shows it. Do not count on it any more.',
    }),
  },
  {
    id: 'setup-error',
    source: 'api, states and events (is_error)',
    applies: (facts) => isSettingUp(facts) && facts.history.unresolvedError !== null,
    evaluate: (facts) => ({
      tone: 'problem',
      verdict: 'Globus met an error while it set the tunnel up.',
      waitingOn: 'site',
      evidence: eventEvidence(facts.history.unresolvedError, facts.now),
      ...(facts.errorHint === null && {
        uncertainty: 'Which of the two sites it was, the event does not say.',
      }),
      nextSteps: [VIEW_EVENTS_STEP, ...contactBothSitesSteps(facts, 'why the tunnel cannot be set up')],
      reply: 'could not be set up so far: one of the two sites answered with an error.',
    }),
  },
  {
    id: 'setting-up-slowly',
    source: 'api, states: UNINITIALIZED; that it takes seconds: [A]',
    applies: (facts) => isSettingUp(facts) && facts.ageMs !== null && facts.ageMs >= SLOW_MS,
    evaluate: (facts) => ({
      tone: 'problem',
      verdict: `Globus has been setting it up for ${durationText(facts.ageMs ?? 0)}; it usually takes seconds.`,
      waitingOn: 'site',
      uncertainty: 'No error was told: a site that does not answer is likely, but not proven.',
      nextSteps: [...contactBothSitesSteps(facts, 'whether its stream gateway is running'), RECREATE_STEP],
      reply: `has been in preparation for ${durationText(facts.ageMs ?? 0)}, which is unusually long. One of the two sites probably does not answer.`,
    }),
  },
  {
    id: 'setting-up',
    source: 'api, states: UNINITIALIZED is the state a tunnel is born in',
    applies: isSettingUp,
    evaluate: ({ ageMs }) => ({
      tone: 'waiting',
      verdict: 'Globus is setting it up. Nobody has to do anything yet.',
      waitingOn: 'globus',
      ...(ageMs === null && {
        uncertainty: 'Globus does not say when it was made, so not whether this is slow.',
      }),
      nextSteps: [{ kind: 'action', text: 'Look again', action: 'refresh' }],
      reply: 'is being set up; this usually takes a few seconds. Please look again in a minute.',
    }),
  },
  {
    id: 'refused-by-site',
    source: 'events: an error code that speaks of a refusal; error codes are an open set [A]',
    applies: (facts) => isAwaiting(facts) && facts.errorHint === 'refused',
    evaluate: (facts) => ({
      tone: 'problem',
      verdict: "A site's stream gateway refused it.",
      waitingOn: 'site',
      evidence: eventEvidence(facts.history.unresolvedError, facts.now),
      uncertainty:
        'That it was refused is read from the code of the event alone; which site it was, it does not say.',
      nextSteps: [
        ...contactBothSitesSteps(facts, 'whether its policy lets you make this tunnel'),
        VIEW_EVENTS_STEP,
      ],
      reply: "was refused by one of the two sites' policies. Only the site can allow it.",
    }),
  },
  {
    id: 'listener-did-not-answer',
    source: 'events: an error code that names the listener; error codes are an open set [A]',
    applies: (facts) => isConnecting(facts) && facts.errorHint === 'listener',
    evaluate: (facts) => ({
      tone: 'problem',
      verdict: 'Globus has the listener’s address, but connecting to it fails.',
      waitingOn: 'listener',
      evidence: eventEvidence(facts.history.unresolvedError, facts.now),
      uncertainty: 'That it is the listener’s side is read from the code of the event.',
      nextSteps: [
        ...startListenerSteps(facts).slice(0, 1),
        contactSiteStep(facts.listener, `whether ${facts.listenerName} reaches this address`),
      ],
      reply: `cannot reach the listening program. Please check that it runs, and that it listens on the address and port that were given for it.`,
    }),
  },
  {
    id: 'connecting-fails',
    source: 'api, events (is_error)',
    applies: (facts) =>
      isConnecting(facts) && facts.history.unresolvedError !== null && !facts.tunnel.restartable,
    evaluate: (facts) => ({
      tone: 'problem',
      verdict: 'An error came up while Globus connected the two sides.',
      waitingOn: 'site',
      evidence: eventEvidence(facts.history.unresolvedError, facts.now),
      ...(facts.errorHint === null && { uncertainty: 'Which side failed, the event does not say.' }),
      nextSteps: [VIEW_EVENTS_STEP, ...contactBothSitesSteps(facts, 'why connecting fails')],
      reply: 'could not be connected: an error came up at one of the two sites.',
    }),
  },
  {
    id: 'restarting',
    source: 'api, restartable; that a restart shows as AWAITING_LISTENER: [A]',
    applies: (facts) => isConnecting(facts) && facts.history.unresolvedError !== null,
    evaluate: (facts) => ({
      tone: 'waiting',
      verdict: 'It failed and, being restartable, is being connected again.',
      waitingOn: 'globus',
      evidence: eventEvidence(facts.history.unresolvedError, facts.now),
      nextSteps: [{ kind: 'action', text: 'Look again', action: 'refresh' }, VIEW_EVENTS_STEP],
      reply:
        'was interrupted by an error and is being connected again by Globus. Please look again in a minute.',
    }),
  },
  {
    id: 'connecting-slowly',
    source: 'api, events STARTED; that connecting takes seconds: [A]',
    applies: (facts) => isConnecting(facts) && (connectingMs(facts) ?? 0) >= SLOW_MS,
    evaluate: (facts) => ({
      tone: 'problem',
      verdict: `Globus has been connecting the two sides for ${durationText(connectingMs(facts) ?? 0)}; it usually takes seconds.`,
      waitingOn: 'listener',
      evidence: eventEvidence(facts.history.startedEvent, facts.now),
      uncertainty: 'No error was told: a listening program that does not answer is likely, but not proven.',
      nextSteps: [
        ...startListenerSteps(facts).slice(0, 1),
        contactSiteStep(facts.listener, `whether ${facts.listenerName} reaches the listening program`),
      ],
      reply:
        'is still being connected, which is unusually long. Please check that the listening program runs.',
    }),
  },
  {
    id: 'connecting',
    source: API_AWAITING,
    applies: isConnecting,
    evaluate: (facts) => ({
      tone: 'waiting',
      verdict: "Globus has the listener's address and is connecting the two sides.",
      waitingOn: 'globus',
      evidence: eventEvidence(facts.history.startedEvent, facts.now),
      ...(facts.history.startedEvent === null && { uncertainty: 'Since when, no event says.' }),
      nextSteps: [{ kind: 'action', text: 'Look again', action: 'refresh' }],
      reply: 'is being connected; this usually takes a few seconds. Please look again in a minute.',
    }),
  },
  {
    id: 'ends-before-it-started',
    source: 'api, lifetime_mins: no call extends a lifetime',
    applies: (facts) => hasNoContact(facts) && isEndingSoon(facts),
    evaluate: (facts) => {
      const leftMs = facts.leftMs ?? 0;
      const ends = leftMs > 0 ? `ends in ${durationText(leftMs)}` : 'is just over';
      return {
        tone: 'problem',
        verdict: `Nobody has started the listener, and the lifetime ${ends}.`,
        waitingOn: 'owner',
        nextSteps: [RECREATE_STEP, ...(leftMs > 0 ? startListenerSteps(facts) : [])],
        reply: `was never started, and its lifetime ${ends}. A lifetime cannot be extended, so a new tunnel is the better way.`,
      };
    },
  },
  {
    id: 'listener-not-started',
    source: API_AWAITING,
    applies: (facts) => hasNoContact(facts) && facts.ageMs !== null && facts.ageMs >= PATIENCE_MS,
    evaluate: (facts) => ({
      tone: 'problem',
      verdict: `Nobody has started the listener for ${durationText(facts.ageMs ?? 0)}.`,
      waitingOn: 'listener',
      nextSteps: [
        ...startListenerSteps(facts),
        {
          kind: 'command',
          text: `Then, on the host of the connecting program (${facts.initiatorName}), this prints the contact string to connect with`,
          args: initiatorEnvironmentCommand(facts.tunnel.id),
        },
      ],
      reply: `is ready on Globus' side, and has been waiting for ${durationText(facts.ageMs ?? 0)} for the listening program at ${facts.listenerName}: nobody has told Globus yet where it is.`,
    }),
  },
  {
    id: 'awaiting-listener',
    source: API_AWAITING,
    applies: isAwaiting,
    evaluate: (facts) => ({
      tone: 'waiting',
      verdict: 'It waits for somebody to start the listener.',
      waitingOn: 'listener',
      ...(facts.ageMs === null && { uncertainty: 'Globus does not say since when.' }),
      nextSteps: startListenerSteps(facts),
      reply: `is ready on Globus' side and waits for the listening program at ${facts.listenerName}.`,
    }),
  },
];
