import { countText } from '../text/count.ts';
import { durationText, timeAgo } from '../text/time.ts';
import { contactText } from '../tunnel/contact.ts';
import { isEndingSoon } from '../tunnel/outcome.ts';
import type { DiagnosisFacts } from './facts.ts';
import {
  contactBothSitesSteps,
  contactSiteStep,
  errorAndAfter,
  eventEvidence,
  FROM_CODE_ONLY,
  FROM_CODE_SITE_UNKNOWN,
  getContactStringStep,
  RECREATE_STEP,
  unlessEventsMissing,
  VIEW_EVENTS_STEP,
} from './nextSteps.ts';
import type { DiagnosisRule } from './rule.ts';

/** An error this old may have passed without an event that says so. */
const RECENT_ERROR_MS = 5 * 60_000;

const APPLICATIONS_UNKNOWN = 'Globus doesn’t report whether the applications are connected.';

/** Returns how long ago the unresolved error was, such as "12 min ago"; null for a recent one or one without a time. */
function oldErrorAge({ history, now }: DiagnosisFacts): string | null {
  const timeMs = history.unresolvedError?.timeMs ?? null;
  return timeMs === null || now - timeMs < RECENT_ERROR_MS ? null : timeAgo(timeMs, now);
}

/** Rules for a tunnel that can carry data (ACTIVE). */
export const activeRules: readonly DiagnosisRule[] = [
  {
    id: 'active-refused',
    source: 'events: an error code that speaks of a refusal; error codes are an open set [A]',
    evaluate: (facts) => {
      if (facts.tunnel.state !== 'ACTIVE' || facts.errorHint !== 'refused') return null;
      return {
        tone: 'problem',
        verdict: 'Active, but a site’s stream gateway rejected a connection',
        waitingOn: 'site',
        evidence: eventEvidence(facts.history.unresolvedError, facts.now),
        uncertainty: FROM_CODE_SITE_UNKNOWN,
        nextSteps: [...contactBothSitesSteps(facts, 'what the policy rejects'), VIEW_EVENTS_STEP],
        reply: `${facts.yourTunnel} is active, but one of the sites rejected a connection. Ask the site why.`,
      };
    },
  },
  {
    id: 'active-listener-fails',
    source: 'events: an error code that names the listener; error codes are an open set [A]',
    evaluate: (facts) => {
      if (facts.tunnel.state !== 'ACTIVE' || facts.errorHint !== 'listener') return null;
      const { listenerContact } = facts.tunnel;
      const age = oldErrorAge(facts);
      return {
        tone: 'problem',
        verdict: age
          ? `Active, but the listening program couldn’t be reached ${age}`
          : 'Active, but the listening program can’t be reached',
        waitingOn: 'listener',
        evidence: eventEvidence(facts.history.unresolvedError, facts.now),
        uncertainty: FROM_CODE_ONLY,
        nextSteps: [
          VIEW_EVENTS_STEP,
          contactSiteStep(facts.listener, `whether ${facts.listenerName} can reach the listening program`),
        ],
        reply: listenerContact
          ? `${facts.yourTunnel} is active, but the listening program at ${contactText(listenerContact)} isn’t responding. Check that it’s running and listening on this address and port.`
          : `${facts.yourTunnel} is active, but the listening program isn’t responding. Check that it’s running and listening on the address and port you entered.`,
      };
    },
  },
  {
    id: 'active-initiator-fails',
    source: 'events: an error code that names the initiator; error codes are an open set [A]',
    evaluate: (facts) => {
      if (facts.tunnel.state !== 'ACTIVE' || facts.errorHint !== 'initiator') return null;
      return {
        tone: 'problem',
        verdict: 'Active, but the initiator reported an error',
        waitingOn: 'initiator',
        evidence: eventEvidence(facts.history.unresolvedError, facts.now),
        uncertainty: FROM_CODE_ONLY,
        nextSteps: [
          getContactStringStep(facts),
          contactSiteStep(facts.initiator, 'about the error at the initiator'),
        ],
        reply: `${facts.yourTunnel} is active, but the connecting side reported an error. Try connecting again.`,
      };
    },
  },
  {
    id: 'active-with-error',
    source: 'api, events (is_error)',
    evaluate: (facts) => {
      const { unresolvedError, afterError } = facts.history;
      const age = oldErrorAge(facts);
      if (facts.tunnel.state !== 'ACTIVE' || unresolvedError === null) return null;
      return {
        tone: 'unknown',
        verdict: age ? `Active, with an error ${age}` : 'Active, with a recent error',
        waitingOn: 'no-one',
        evidence: errorAndAfter(facts),
        uncertainty:
          afterError.length > 0
            ? 'Other events came after the error, so it may no longer matter.'
            : 'The tunnel is still active, so the error may no longer matter.',
        nextSteps: [VIEW_EVENTS_STEP, ...contactBothSitesSteps(facts, 'about this error')],
        reply: `${facts.yourTunnel} is active, but an error has been reported since it started. If your programs can’t connect, tell us when you last tried.`,
      };
    },
  },
  {
    id: 'expires-soon',
    source: 'api, lifetime_mins: no call extends a lifetime',
    evaluate: (facts) => {
      const { tunnel, leftMs, yourTunnel } = facts;
      if (tunnel.state !== 'ACTIVE' || leftMs === null || !isEndingSoon(facts.tunnel, facts.now)) return null;
      return {
        tone: 'waiting',
        verdict:
          leftMs > 0
            ? `Active, expires in ${durationText(leftMs)} (can’t be extended)`
            : 'Just expired; Globus is closing the tunnel',
        waitingOn: 'owner',
        nextSteps: [RECREATE_STEP],
        reply:
          leftMs > 0
            ? `${yourTunnel} is about to expire and can’t be extended. Create a new tunnel and switch to it.`
            : `${yourTunnel} has just expired. To continue, create a new tunnel and switch to it.`,
      };
    },
  },
  {
    id: 'active-without-address',
    source: 'api, tunnel attributes: initiator_ip_address and initiator_port may be null',
    evaluate: (facts) => {
      if (facts.tunnel.state !== 'ACTIVE' || facts.tunnel.initiatorContact !== null) return null;
      return {
        tone: 'good',
        verdict: 'Active; Globus doesn’t report the initiator address',
        waitingOn: 'initiator',
        evidence: eventEvidence(facts.history.activeEvent, facts.now),
        uncertainty: APPLICATIONS_UNKNOWN,
        nextSteps: [getContactStringStep(facts)],
        reply: `${facts.yourTunnel} is active. Run the command on the initiator host to get the contact string.`,
      };
    },
  },
  {
    id: 'active-after-restarts',
    source: 'api, restartable; events TUNNEL_ACTIVE, more than one',
    evaluate: (facts) => {
      const restartCount = facts.history.activationCount - 1;
      if (facts.tunnel.state !== 'ACTIVE' || restartCount < 1) return null;
      return {
        tone: 'good',
        verdict: `Active after ${countText(restartCount, 'restart')}`,
        waitingOn: 'initiator',
        evidence: [
          ...eventEvidence(facts.history.lastError, facts.now),
          ...eventEvidence(facts.history.activeEvent, facts.now),
        ],
        uncertainty: `${APPLICATIONS_UNKNOWN} Connections opened before the restart were dropped.`,
        nextSteps: [getContactStringStep(facts), VIEW_EVENTS_STEP],
        reply: `${facts.yourTunnel} is active again after an interruption. Earlier connections were dropped; restart your connecting program.`,
      };
    },
  },
  {
    id: 'active',
    source: 'api, states: ACTIVE carries data; events TUNNEL_ACTIVE',
    evaluate: (facts) => {
      const { activeEvent } = facts.history;
      if (facts.tunnel.state !== 'ACTIVE') return null;
      return {
        tone: 'good',
        verdict: 'Active: the two sites are connected',
        waitingOn: 'initiator',
        evidence: eventEvidence(activeEvent, facts.now),
        uncertainty: activeEvent
          ? APPLICATIONS_UNKNOWN
          : `${APPLICATIONS_UNKNOWN} ${unlessEventsMissing(facts, 'No event says when the tunnel became active.')}`,
        nextSteps: [getContactStringStep(facts)],
        reply: `${facts.yourTunnel} is active, and your program can connect now.`,
      };
    },
  },
];
