import { countText } from '../text/count.ts';
import { toSingleLine } from '../text/plainText.ts';
import { durationText } from '../text/time.ts';
import type { TunnelEvent } from '../tunnel/event.ts';
import { fatalError, isStopAtEnd } from '../tunnel/outcome.ts';
import type { DiagnosisFacts } from './facts.ts';
import {
  contactBothSitesSteps,
  contactSiteStep,
  eventEvidence,
  FROM_CODE_ONLY,
  FROM_CODE_SITE_UNKNOWN,
  RECREATE_STEP,
  unlessEventsMissing,
  VIEW_EVENTS_STEP,
} from './nextSteps.ts';
import type { DiagnosisRule } from './rule.ts';

const MINUTE_MS = 60_000;
/** What still reads as a heading. */
const MAX_DESCRIPTION_LENGTH = 80;

const stoppedAtMs = ({ history }: DiagnosisFacts) => history.stoppedEvent?.timeMs ?? null;

function errorVerdict({ history, tunnel }: DiagnosisFacts, error: TunnelEvent): string {
  if (history.errorCount > 1 && tunnel.restartable)
    return `Failed after ${countText(history.errorCount, 'error')}; restarting didn’t help`;
  const description = toSingleLine(error.description, MAX_DESCRIPTION_LENGTH);
  return description === '' ? 'Failed after an error' : `Failed: “${description}”`;
}

/** Rules for a tunnel that has ended (STOPPED): why, as far as Globus reports it. */
export const endedRules: readonly DiagnosisRule[] = [
  {
    id: 'ended-refused',
    source: 'events: an error code that speaks of a refusal; error codes are an open set [A]',
    evaluate: (facts) => {
      const error = fatalError(facts.tunnel, facts.history);
      if (error === null || facts.errorHint !== 'refused') return null;
      return {
        tone: 'problem',
        verdict: 'Failed: rejected by a site’s stream gateway',
        waitingOn: 'site',
        evidence: eventEvidence(error, facts.now),
        uncertainty: FROM_CODE_SITE_UNKNOWN,
        nextSteps: [...contactBothSitesSteps(facts, 'whether the policy allows this tunnel'), RECREATE_STEP],
        reply: `${facts.yourTunnel} was rejected by one of the sites’ policies. Only that site can change that.`,
      };
    },
  },
  {
    id: 'ended-listener-failed',
    source: 'events: an error code that names the listener; error codes are an open set [A]',
    evaluate: (facts) => {
      const error = fatalError(facts.tunnel, facts.history);
      if (error === null || facts.errorHint !== 'listener') return null;
      return {
        tone: 'problem',
        verdict: 'Failed: couldn’t reach the listener',
        waitingOn: 'listener',
        evidence: eventEvidence(error, facts.now),
        uncertainty: FROM_CODE_ONLY,
        nextSteps: [
          contactSiteStep(facts.listener, `whether ${facts.listenerName} can reach the listening program`),
          RECREATE_STEP,
          VIEW_EVENTS_STEP,
        ],
        reply: `${facts.yourTunnel} failed because the listening program at ${facts.listenerName} couldn’t be reached. Check that it’s running, then recreate the tunnel.`,
      };
    },
  },
  {
    id: 'ended-initiator-failed',
    source: 'events: an error code that names the initiator; error codes are an open set [A]',
    evaluate: (facts) => {
      const error = fatalError(facts.tunnel, facts.history);
      if (error === null || facts.errorHint !== 'initiator') return null;
      return {
        tone: 'problem',
        verdict: 'Failed: error at the initiator',
        waitingOn: 'site',
        evidence: eventEvidence(error, facts.now),
        uncertainty: FROM_CODE_ONLY,
        nextSteps: [
          contactSiteStep(facts.initiator, 'about the error at the initiator'),
          RECREATE_STEP,
          VIEW_EVENTS_STEP,
        ],
        reply: `${facts.yourTunnel} failed because of an error at ${facts.initiatorName}. Recreate it; if it fails again, contact the site.`,
      };
    },
  },
  {
    id: 'ended-by-error',
    source: 'api, events (is_error); that an error shortly before the end is its cause: [A]',
    evaluate: (facts) => {
      const error = fatalError(facts.tunnel, facts.history);
      if (error === null) return null;
      return {
        tone: 'problem',
        verdict: errorVerdict(facts, error),
        waitingOn: 'site',
        evidence: eventEvidence(error, facts.now),
        uncertainty: 'The event doesn’t say which side failed.',
        nextSteps: [RECREATE_STEP, ...contactBothSitesSteps(facts, 'about this error'), VIEW_EVENTS_STEP],
        reply: `${facts.yourTunnel} failed because of an error at one of the sites. Recreate it. If it fails again, let us know and we’ll contact the sites.`,
        replySteps: [RECREATE_STEP],
      };
    },
  },
  {
    id: 'ended-with-its-lifetime',
    source: 'api, lifetime_mins; events TUNNEL_STOPPED at the end of it',
    evaluate: (facts) => {
      const { tunnel, endMs, yourTunnel } = facts;
      const stopMs = stoppedAtMs(facts);
      if (tunnel.state !== 'STOPPED' || stopMs === null || endMs === null) return null;
      if (!isStopAtEnd(stopMs, endMs)) return null;
      const lifetime = durationText((tunnel.lifetimeMinutes ?? 0) * MINUTE_MS);
      return {
        tone: 'ended',
        verdict: `Expired after ${lifetime}`,
        waitingOn: 'owner',
        evidence: eventEvidence(facts.history.stoppedEvent, facts.now),
        nextSteps: [RECREATE_STEP],
        reply: `${yourTunnel} expired after its lifetime of ${lifetime}. To continue, recreate it, with a longer lifetime if you need one.`,
      };
    },
  },
  {
    id: 'stopped-before-it-started',
    source: 'api, events: TUNNEL_STOPPED without TUNNEL_ACTIVE, all events known and each with its code',
    evaluate: (facts) => {
      const { tunnel, history, yourTunnel } = facts;
      const isCompleteHistory = facts.isEveryEvent && history.events.every(({ codeText }) => codeText !== '');
      if (tunnel.state !== 'STOPPED' || stoppedAtMs(facts) === null || !isCompleteHistory) return null;
      if (history.activeEvent !== null || tunnel.listenerContact !== null) return null;
      return {
        tone: 'ended',
        verdict: 'Stopped before the listener was started',
        waitingOn: 'owner',
        evidence: eventEvidence(history.stoppedEvent, facts.now),
        uncertainty: 'Globus doesn’t report who stopped it.',
        nextSteps: [RECREATE_STEP],
        reply: `${yourTunnel} was stopped before its listening program started, so it never carried data.`,
      };
    },
  },
  {
    id: 'stopped-early',
    source: 'api, PATCH: a client may set STOPPING; that nothing else ends it early without an error: [A]',
    evaluate: (facts) => {
      const { tunnel, endMs, yourTunnel } = facts;
      const stopMs = stoppedAtMs(facts);
      if (tunnel.state !== 'STOPPED' || stopMs === null || endMs === null || stopMs >= endMs) return null;
      return {
        tone: 'ended',
        verdict: `Stopped ${durationText(endMs - stopMs)} early`,
        waitingOn: 'owner',
        evidence: eventEvidence(facts.history.stoppedEvent, facts.now),
        uncertainty: 'It was probably stopped on request; Globus doesn’t report by whom.',
        nextSteps: [RECREATE_STEP, VIEW_EVENTS_STEP],
        reply: `${yourTunnel} was stopped early, probably on request. It can’t be restarted, but you can create a new one.`,
      };
    },
  },
  {
    id: 'ended-when-due',
    source: 'api, lifetime_mins',
    evaluate: (facts) => {
      const { tunnel, endMs, now, yourTunnel } = facts;
      const stopMs = stoppedAtMs(facts);
      if (tunnel.state !== 'STOPPED' || endMs === null || endMs > now) return null;
      return {
        tone: 'ended',
        verdict: 'Ended, probably because it expired',
        waitingOn: 'owner',
        uncertainty:
          stopMs === null
            ? `${unlessEventsMissing(facts, 'No event says when it ended.')} It may have been stopped earlier.`
            : `It stopped ${durationText(stopMs - endMs)} after its lifetime, so there may be another cause.`,
        nextSteps: [RECREATE_STEP, VIEW_EVENTS_STEP],
        reply: `${yourTunnel} has ended; its lifetime has passed. To continue, recreate it.`,
      };
    },
  },
  {
    id: 'ended',
    source: 'api, states: STOPPED; nothing starts it again',
    evaluate: (facts) => {
      const { tunnel, yourTunnel } = facts;
      if (tunnel.state !== 'STOPPED') return null;
      return {
        tone: 'ended',
        verdict: 'Ended; cause unknown',
        waitingOn: 'owner',
        uncertainty: unlessEventsMissing(facts, 'Neither the events nor the times explain why.'),
        nextSteps: [RECREATE_STEP, VIEW_EVENTS_STEP],
        reply: `${yourTunnel} has ended and can’t be restarted. We can’t see why; you can create a new one.`,
      };
    },
  },
];
