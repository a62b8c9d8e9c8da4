import { durationText } from '../text/time.ts';
import { CLOSING_MS, SLOW_SETUP_MS } from '../tunnel/outcome.ts';
import {
  CREATE_BUNDLE_STEP,
  contactBothSitesSteps,
  eventEvidence,
  RECREATE_STEP,
  REFRESH_STEP,
  unlessEventsMissing,
  VIEW_EVENTS_STEP,
} from './nextSteps.ts';
import type { DiagnosisRule } from './rule.ts';

/** Rules for a tunnel that should have been closed, and for one that is being set up (UNINITIALIZED). */
export const setupRules: readonly DiagnosisRule[] = [
  {
    id: 'expired-but-open',
    source: 'api, lifetime_mins; that Globus closes it within minutes: [A]',
    evaluate: ({ tunnel, leftMs, yourTunnel }) => {
      if (tunnel.state === 'STOPPED' || tunnel.state === 'unknown') return null;
      if (leftMs === null || leftMs >= -CLOSING_MS) return null;
      return {
        tone: 'problem',
        verdict: `Expired ${durationText(-leftMs)} ago but still open`,
        waitingOn: 'globus',
        uncertainty: 'Globus doesn’t report why the tunnel is still open.',
        nextSteps: [REFRESH_STEP, RECREATE_STEP, CREATE_BUNDLE_STEP],
        reply: `${yourTunnel} has expired, although Globus still lists it. Don’t rely on it.`,
      };
    },
  },
  {
    id: 'setup-error',
    source: 'api, states and events (is_error)',
    evaluate: (facts) => {
      const { unresolvedError } = facts.history;
      if (facts.tunnel.state !== 'UNINITIALIZED' || unresolvedError === null) return null;
      return {
        tone: 'problem',
        verdict: 'An error occurred during setup',
        waitingOn: 'site',
        evidence: eventEvidence(unresolvedError, facts.now),
        ...(facts.errorHint === null && { uncertainty: 'The event doesn’t say which site failed.' }),
        nextSteps: [VIEW_EVENTS_STEP, ...contactBothSitesSteps(facts, 'why setup failed')],
        reply: `${facts.yourTunnel} couldn’t be set up because one of the sites returned an error.`,
      };
    },
  },
  {
    id: 'setting-up-slowly',
    source: 'api, states: UNINITIALIZED; that it takes seconds: [A]',
    evaluate: (facts) => {
      const { tunnel, ageMs, yourTunnel } = facts;
      if (tunnel.state !== 'UNINITIALIZED' || ageMs === null || ageMs < SLOW_SETUP_MS) return null;
      return {
        tone: 'problem',
        verdict: `Setup is taking longer than usual (${durationText(ageMs)})`,
        waitingOn: 'site',
        uncertainty: `${unlessEventsMissing(facts, 'No error was reported.')} One of the sites may not be responding.`,
        nextSteps: [...contactBothSitesSteps(facts, 'whether the stream gateway is running'), RECREATE_STEP],
        reply: `${yourTunnel} has been setting up for ${durationText(ageMs)}, which is longer than usual. One of the sites may not be responding.`,
      };
    },
  },
  {
    id: 'setting-up',
    source: 'api, states: UNINITIALIZED is the first state of a tunnel',
    evaluate: ({ tunnel, ageMs, yourTunnel }) => {
      if (tunnel.state !== 'UNINITIALIZED') return null;
      return {
        tone: 'waiting',
        verdict: 'Globus is setting up the tunnel',
        waitingOn: 'globus',
        ...(ageMs === null && {
          uncertainty:
            'Globus doesn’t report when the tunnel was created, so we can’t tell whether this is slow.',
        }),
        nextSteps: [REFRESH_STEP],
        reply: `${yourTunnel} is being set up, which usually takes a few seconds. Check again in a minute.`,
      };
    },
  },
];
