import { durationText } from '../text/time.ts';
import type { DiagnosisFacts } from './facts.ts';
import {
  contactBothSitesSteps,
  contactSiteStep,
  errorAndAfter,
  eventEvidence,
  FROM_CODE_ONLY,
  FROM_CODE_SITE_UNKNOWN,
  initializeListenerStep,
  REFRESH_STEP,
  unlessEventsMissing,
  VIEW_EVENTS_STEP,
} from './nextSteps.ts';
import type { DiagnosisRule } from './rule.ts';

/** [A] Connecting takes seconds when all is well; after two minutes something is wrong. */
const SLOW_MS = 2 * 60_000;

/** Returns whether Globus has the listener address and is connecting the two sites. */
function isConnecting({ tunnel }: DiagnosisFacts): boolean {
  return tunnel.state === 'AWAITING_LISTENER' && tunnel.listenerContact !== null;
}

/** Rules for a tunnel that Globus is connecting: AWAITING_LISTENER, with a listener address. */
export const connectingRules: readonly DiagnosisRule[] = [
  {
    id: 'refused-by-site',
    source: 'events: an error code that speaks of a refusal; error codes are an open set [A]',
    evaluate: (facts) => {
      // A site may also refuse before there is a listener address.
      if (facts.tunnel.state !== 'AWAITING_LISTENER' || facts.errorHint !== 'refused') return null;
      return {
        tone: 'problem',
        verdict: 'Rejected by a site’s stream gateway',
        waitingOn: 'site',
        evidence: eventEvidence(facts.history.unresolvedError, facts.now),
        uncertainty: FROM_CODE_SITE_UNKNOWN,
        nextSteps: [
          ...contactBothSitesSteps(facts, 'whether the policy allows this tunnel'),
          VIEW_EVENTS_STEP,
        ],
        reply: `${facts.yourTunnel} was rejected by one of the sites’ policies. Only that site can allow it.`,
      };
    },
  },
  {
    id: 'listener-not-reachable',
    source: 'events: an error code that names the listener; error codes are an open set [A]',
    evaluate: (facts) => {
      if (!isConnecting(facts) || facts.errorHint !== 'listener') return null;
      return {
        tone: 'problem',
        verdict: 'Can’t connect to the listener',
        waitingOn: 'listener',
        evidence: eventEvidence(facts.history.unresolvedError, facts.now),
        uncertainty: FROM_CODE_ONLY,
        nextSteps: [
          initializeListenerStep(facts),
          contactSiteStep(facts.listener, `whether ${facts.listenerName} can reach this address`),
        ],
        reply: `${facts.yourTunnel} can’t reach the listening program. Check that it’s running and listening on the address and port you entered.`,
      };
    },
  },
  {
    id: 'connecting-fails',
    source: 'api, events (is_error)',
    evaluate: (facts) => {
      const { currentError } = facts.history;
      if (!isConnecting(facts) || currentError === null || facts.tunnel.restartable) return null;
      return {
        tone: 'problem',
        verdict: 'Connecting the two sites failed',
        waitingOn: 'site',
        evidence: eventEvidence(currentError, facts.now),
        ...(facts.errorHint === null && { uncertainty: 'The event doesn’t say which side failed.' }),
        nextSteps: [VIEW_EVENTS_STEP, ...contactBothSitesSteps(facts, 'why the connection failed')],
        reply: `${facts.yourTunnel} couldn’t be connected because of an error at one of the sites.`,
      };
    },
  },
  {
    id: 'restarting',
    source: 'api, restartable; that a restart shows as AWAITING_LISTENER: [A]',
    evaluate: (facts) => {
      const { unresolvedError } = facts.history;
      if (!isConnecting(facts) || unresolvedError === null || !facts.tunnel.restartable) return null;
      return {
        tone: 'waiting',
        verdict: 'Interrupted; reconnecting automatically',
        waitingOn: 'globus',
        evidence: errorAndAfter(facts),
        nextSteps: [REFRESH_STEP, VIEW_EVENTS_STEP],
        reply: `${facts.yourTunnel} was interrupted by an error. Globus is reconnecting it; check again in a minute.`,
      };
    },
  },
  {
    id: 'connecting-slowly',
    source: 'api, events STARTED; that connecting takes seconds: [A]',
    evaluate: (facts) => {
      const { startedEvent } = facts.history;
      const connectingMs = startedEvent?.timeMs == null ? 0 : facts.now - startedEvent.timeMs;
      if (!isConnecting(facts) || connectingMs < SLOW_MS) return null;
      return {
        tone: 'problem',
        verdict: `Connecting is taking longer than usual (${durationText(connectingMs)})`,
        waitingOn: 'listener',
        evidence: eventEvidence(startedEvent, facts.now),
        uncertainty: 'No error was reported since. The listening program may not be responding.',
        nextSteps: [
          initializeListenerStep(facts),
          contactSiteStep(facts.listener, `whether ${facts.listenerName} can reach the listening program`),
        ],
        reply: `${facts.yourTunnel} is still connecting, which is taking longer than usual. Check that the listening program is running.`,
      };
    },
  },
  {
    id: 'connecting',
    source: "api, states: AWAITING_LISTENER waits for the listener's contact; setting it starts the tunnel",
    evaluate: (facts) => {
      const { startedEvent, unresolvedError } = facts.history;
      if (!isConnecting(facts)) return null;
      return {
        tone: 'waiting',
        verdict: 'Globus is connecting the two sites',
        waitingOn: 'globus',
        evidence: [...eventEvidence(startedEvent, facts.now), ...eventEvidence(unresolvedError, facts.now)],
        ...(startedEvent === null && {
          uncertainty: unlessEventsMissing(facts, 'No event says when this started.'),
        }),
        nextSteps: [REFRESH_STEP],
        reply: `${facts.yourTunnel} is connecting, which usually takes a few seconds. Check again in a minute.`,
      };
    },
  },
];
