import { durationText } from '../text/time.ts';
import { isEndingSoon, LONG_WAIT_MS } from '../tunnel/outcome.ts';
import type { DiagnosisFacts } from './facts.ts';
import {
  ENTER_LISTENER_STEP,
  getContactStringStep,
  initializeListenerStep,
  RECREATE_STEP,
} from './nextSteps.ts';
import type { DiagnosisRule } from './rule.ts';

const API_AWAITING =
  "api, states: AWAITING_LISTENER waits for the listener's contact; setting it starts the tunnel";

/** Returns whether Globus waits for someone to set the listener address. */
function hasNoListener({ tunnel }: DiagnosisFacts): boolean {
  return tunnel.state === 'AWAITING_LISTENER' && tunnel.listenerContact === null;
}

/** Rules for a tunnel that waits for its listener address: AWAITING_LISTENER, without one. */
export const waitingRules: readonly DiagnosisRule[] = [
  {
    id: 'expires-before-it-started',
    source: 'api, lifetime_mins: no call extends a lifetime',
    evaluate: (facts) => {
      const { leftMs, yourTunnel } = facts;
      if (!hasNoListener(facts) || leftMs === null || !isEndingSoon(facts.tunnel, facts.now)) return null;
      if (leftMs <= 0) {
        return {
          tone: 'problem',
          verdict: 'Just expired; the listener was never started',
          waitingOn: 'owner',
          nextSteps: [RECREATE_STEP],
          reply: `${yourTunnel} was never started and has just expired. A tunnel can’t be extended, so create a new one.`,
        };
      }
      return {
        tone: 'problem',
        verdict: `Listener not started, and the tunnel expires in ${durationText(leftMs)}`,
        waitingOn: 'owner',
        nextSteps: [RECREATE_STEP, initializeListenerStep(facts), ENTER_LISTENER_STEP],
        reply: `${yourTunnel} was never started and expires in ${durationText(leftMs)}. A tunnel can’t be extended, so create a new one.`,
      };
    },
  },
  {
    id: 'listener-not-started',
    source: API_AWAITING,
    evaluate: (facts) => {
      const { ageMs, yourTunnel, listenerName } = facts;
      if (!hasNoListener(facts) || ageMs === null || ageMs < LONG_WAIT_MS) return null;
      return {
        tone: 'problem',
        verdict: `Waiting for the listener for ${durationText(ageMs)}`,
        waitingOn: 'listener',
        nextSteps: [initializeListenerStep(facts), ENTER_LISTENER_STEP, getContactStringStep(facts)],
        reply: `${yourTunnel} is set up and has been waiting for ${durationText(ageMs)}: Globus doesn’t have the address of the listening program at ${listenerName} yet.`,
      };
    },
  },
  {
    id: 'awaiting-listener',
    source: API_AWAITING,
    evaluate: (facts) => {
      if (!hasNoListener(facts)) return null;
      return {
        tone: 'waiting',
        verdict: 'Waiting for the listener',
        waitingOn: 'listener',
        ...(facts.ageMs === null && { uncertainty: 'Globus doesn’t report since when.' }),
        nextSteps: [initializeListenerStep(facts), ENTER_LISTENER_STEP],
        reply: `${facts.yourTunnel} is set up and waiting for the listening program at ${facts.listenerName}.`,
      };
    },
  },
];
