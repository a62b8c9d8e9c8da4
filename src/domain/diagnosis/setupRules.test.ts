import { expect, test } from 'vitest';
import {
  ACTIVE_EVENTS,
  type DiagnosisCase,
  events,
  findMismatches,
  findUncoveredRules,
  site,
  tunnel,
  WITH_BOTH_CONTACTS,
  WITH_LISTENER_CONTACT,
} from './diagnosisForTests.ts';
import { setupRules } from './setupRules.ts';

const CASES: DiagnosisCase[] = [
  {
    name: 'born a moment ago',
    given: { tunnel: tunnel('UNINITIALIZED', 0.1) },
    ruleId: 'setting-up',
    waitingOn: 'globus',
    verdict: /setting it up/,
    nextSteps: /refresh/,
    reply: /being set up/,
  },

  {
    name: 'being set up, nobody knows since when',
    given: { tunnel: tunnel('UNINITIALIZED', null) },
    ruleId: 'setting-up',
    waitingOn: 'globus',
    verdict: /setting it up/,
    nextSteps: /refresh/,
    reply: /being set up/,
  },

  {
    name: 'being set up for a quarter of an hour',
    given: { tunnel: tunnel('UNINITIALIZED', 15) },
    ruleId: 'setting-up-slowly',
    waitingOn: 'site',
    verdict: /for 15 min/,
    nextSteps: /beam@harbor.example.*help@hpc.example/s,
    reply: /15 min.*unusually long/,
  },

  {
    name: 'an error while being set up',
    given: { tunnel: tunnel('UNINITIALIZED', 1), events: events(['CONTROL_CHANNEL_LOST!', 0.5]) },
    ruleId: 'setup-error',
    waitingOn: 'site',
    verdict: /error while it set/,
    nextSteps: /events/,
    reply: /could not be set up/,
  },

  {
    name: 'nobody has started the listener for 40 minutes',
    given: { tunnel: tunnel('AWAITING_LISTENER', 40) },
    ruleId: 'listener-not-started',
    waitingOn: 'listener',
    verdict: /^Nobody has started the listener for 40 min\.$/,
    nextSteps: /globus-streams environment initialize --listener-contact-string/,
    reply: /waiting for 40 min for the listening program at Compute/,
  },

  {
    name: 'waiting since three minutes: ordinary',
    given: { tunnel: tunnel('AWAITING_LISTENER', 3) },
    ruleId: 'awaiting-listener',
    waitingOn: 'listener',
    verdict: /waits for somebody to start the listener/,
    nextSteps: /give-listener/,
    reply: /waits for the listening program at Compute/,
  },

  {
    name: 'waiting, without a time of creation',
    given: { tunnel: tunnel('AWAITING_LISTENER', null) },
    ruleId: 'awaiting-listener',
    waitingOn: 'listener',
    verdict: /waits/,
    nextSteps: /give-listener/,
    reply: /waits/,
  },

  {
    name: 'never started, and the lifetime ends in ten minutes',
    given: { tunnel: tunnel('AWAITING_LISTENER', 350) },
    ruleId: 'ends-before-it-started',
    waitingOn: 'owner',
    verdict: /ends in 10 min/,
    nextSteps: /make-again/,
    reply: /never started, and its lifetime ends in 10 min/,
  },
  {
    name: 'never started, and the lifetime ended half a minute ago',
    given: { tunnel: tunnel('AWAITING_LISTENER', 360.5) },
    ruleId: 'ends-before-it-started',
    waitingOn: 'owner',
    verdict: /the lifetime is just over/,
    nextSteps: /^(?!.*initialize).*make-again/s,
    reply: /its lifetime is just over/,
  },
  {
    name: 'made a minute ago, for ten minutes',
    given: { tunnel: tunnel('AWAITING_LISTENER', 1, { lifetimeMinutes: 10 }) },
    ruleId: 'awaiting-listener',
    waitingOn: 'listener',
    verdict: /waits for somebody/,
    nextSteps: /initialize/,
    reply: /waits for the listening program/,
  },
  {
    name: 'made for ten minutes, of which four are left',
    given: { tunnel: tunnel('AWAITING_LISTENER', 6, { lifetimeMinutes: 10 }) },
    ruleId: 'ends-before-it-started',
    waitingOn: 'owner',
    verdict: /ends in 4 min/,
    nextSteps: /make-again/,
    reply: /ends in 4 min/,
  },

  {
    name: 'the contact has just come',
    given: {
      tunnel: tunnel('AWAITING_LISTENER', 5, WITH_LISTENER_CONTACT),
      events: events(['STARTED', 0.1]),
    },
    ruleId: 'connecting',
    waitingOn: 'globus',
    verdict: /is connecting/,
    nextSteps: /refresh/,
    reply: /being connected/,
  },

  {
    name: 'connecting without an event that says since when',
    given: { tunnel: tunnel('AWAITING_LISTENER', 5, WITH_LISTENER_CONTACT) },
    ruleId: 'connecting',
    waitingOn: 'globus',
    verdict: /is connecting/,
    nextSteps: /refresh/,
    reply: /being connected/,
  },

  {
    name: 'connecting for ten minutes',
    given: {
      tunnel: tunnel('AWAITING_LISTENER', 20, WITH_LISTENER_CONTACT),
      events: events(['STARTED', 10]),
    },
    ruleId: 'connecting-slowly',
    waitingOn: 'listener',
    verdict: /connecting the two sides for 10 min/,
    nextSteps: /help@hpc.example/,
    reply: /check that the listening program runs/,
  },

  {
    name: 'the listener does not answer',
    given: {
      tunnel: tunnel('AWAITING_LISTENER', 20, WITH_LISTENER_CONTACT),
      events: events(['STARTED', 10], ['LISTENER_CONNECT_FAILED!', 9]),
    },
    ruleId: 'listener-did-not-answer',
    waitingOn: 'listener',
    verdict: /connecting to it fails/,
    nextSteps: /help@hpc.example/,
    reply: /cannot reach the listening program/,
  },

  {
    name: 'the gateway refuses, with an address to write to',
    given: {
      tunnel: tunnel('AWAITING_LISTENER', 20, WITH_LISTENER_CONTACT),
      events: events(['STARTED', 10], ['GATEWAY_POLICY_DENIED!', 9]),
    },
    ruleId: 'refused-by-site',
    waitingOn: 'site',
    verdict: /stream gateway refused/,
    nextSteps: /beam@harbor.example.*help@hpc.example/s,
    reply: /Only the site can allow it/,
  },

  {
    name: 'the gateway refuses, and the sites name no contact',
    given: {
      tunnel: tunnel('AWAITING_LISTENER', 20, WITH_LISTENER_CONTACT),
      events: events(['ACCESS_FORBIDDEN!', 9]),
      initiator: null,
      listener: site('Compute', '  '),
    },
    ruleId: 'refused-by-site',
    waitingOn: 'site',
    verdict: /refused/,
    nextSteps: /bundle/,
    reply: /Only the site/,
  },

  {
    name: 'an error of unknown place while connecting',
    given: {
      tunnel: tunnel('AWAITING_LISTENER', 20, WITH_LISTENER_CONTACT),
      events: events(['STARTED', 10], ['SOMETHING_BROKE!', 9]),
    },
    ruleId: 'connecting-fails',
    waitingOn: 'site',
    verdict: /error came up/,
    nextSteps: /events/,
    reply: /could not be connected/,
  },

  {
    name: 'a restartable one comes back',
    given: {
      tunnel: tunnel('AWAITING_LISTENER', 60, { ...WITH_LISTENER_CONTACT, restartable: true }),
      events: events(...ACTIVE_EVENTS, ['CONTROL_CHANNEL_LOST!', 1]),
    },
    ruleId: 'restarting',
    waitingOn: 'globus',
    verdict: /being connected again/,
    nextSteps: /refresh/,
    reply: /being connected again by Globus/,
  },

  {
    name: 'active an hour past its end',
    given: { tunnel: tunnel('ACTIVE', 420, WITH_BOTH_CONTACTS) },
    ruleId: 'over-but-open',
    waitingOn: 'globus',
    verdict: /was over 1 h ago/,
    nextSteps: /bundle/,
    reply: /Do not count on it/,
  },
];

test.each(CASES)('$about: $rule', (one) => expect(findMismatches(one)).toEqual([]));

test('the cases leave no rule out', () => expect(findUncoveredRules(setupRules, CASES)).toEqual([]));
