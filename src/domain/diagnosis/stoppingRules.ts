import { durationText } from '../text/time.ts';
import { contactBothSitesSteps, eventEvidence, RECREATE_STEP, REFRESH_STEP } from './nextSteps.ts';
import type { DiagnosisRule } from './rule.ts';

/** [A] Stopping takes seconds; after this long the last event should have been followed by the end. */
const SLOW_STOP_MS = 5 * 60_000;

/** Rules for a tunnel that Globus is closing (STOPPING). */
export const stoppingRules: readonly DiagnosisRule[] = [
  {
    id: 'stopping-slowly',
    source: 'api, states: STOPPING; that it takes seconds: [A]',
    evaluate: (facts) => {
      const { unresolvedError, events } = facts.history;
      const lastEventMs = events[0]?.timeMs;
      if (facts.tunnel.state !== 'STOPPING' || unresolvedError === null || lastEventMs == null) return null;
      const silentMs = facts.now - lastEventMs;
      if (silentMs < SLOW_STOP_MS) return null;
      return {
        tone: 'problem',
        verdict: `Stopping after an error; no event for ${durationText(silentMs)}`,
        waitingOn: 'site',
        evidence: eventEvidence(unresolvedError, facts.now),
        uncertainty: 'Globus doesn’t report when the tunnel began stopping.',
        nextSteps: [
          REFRESH_STEP,
          ...contactBothSitesSteps(facts, 'whether the stream gateway is responding'),
        ],
        reply: `${facts.yourTunnel} is stopping after an error, so it may take longer than usual.`,
      };
    },
  },
  {
    id: 'stopping-at-its-end',
    source: 'api, lifetime_mins and states: STOPPING',
    evaluate: ({ tunnel, leftMs, yourTunnel }) => {
      if (tunnel.state !== 'STOPPING' || leftMs === null || leftMs > 0) return null;
      return {
        tone: 'waiting',
        verdict: 'Expired; Globus is closing the tunnel',
        waitingOn: 'globus',
        nextSteps: [RECREATE_STEP],
        reply: `${yourTunnel} has expired and is being closed.`,
      };
    },
  },
  {
    id: 'stopping',
    source: 'api, states: STOPPING follows a request to stop',
    evaluate: ({ tunnel, yourTunnel }) => {
      if (tunnel.state !== 'STOPPING') return null;
      return {
        tone: 'waiting',
        verdict: 'Stopping on request',
        waitingOn: 'globus',
        uncertainty: 'Globus doesn’t report who requested it or when.',
        nextSteps: [REFRESH_STEP, RECREATE_STEP],
        reply: `${yourTunnel} is being stopped on request. It can’t be restarted.`,
      };
    },
  },
];
