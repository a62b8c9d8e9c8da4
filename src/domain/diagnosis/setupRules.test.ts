import { expect, test } from 'vitest';
import {
  CONNECTABLE,
  type DiagnosisCase,
  events,
  LISTENING,
  misses,
  site,
  tunnel,
  UP,
  uncovered,
} from './diagnosisForTests.ts';
import { startRules } from './setupRules.ts';

const CASES: DiagnosisCase[] = [
  {
    about: 'born a moment ago',
    given: { tunnel: tunnel('UNINITIALIZED', 0.1) },
    rule: 'setting-up',
    turn: 'globus',
    says: /setting it up/,
    offers: /refresh/,
    answers: /being set up/,
  },

  {
    about: 'being set up, nobody knows since when',
    given: { tunnel: tunnel('UNINITIALIZED', null) },
    rule: 'setting-up',
    turn: 'globus',
    says: /setting it up/,
    offers: /refresh/,
    answers: /being set up/,
  },

  {
    about: 'being set up for a quarter of an hour',
    given: { tunnel: tunnel('UNINITIALIZED', 15) },
    rule: 'setting-up-slowly',
    turn: 'site',
    says: /for 15 min/,
    offers: /beam@harbor.example.*help@hpc.example/s,
    answers: /15 min.*unusually long/,
  },

  {
    about: 'an error while being set up',
    given: { tunnel: tunnel('UNINITIALIZED', 1), events: events(['CONTROL_CHANNEL_LOST!', 0.5]) },
    rule: 'setup-error',
    turn: 'site',
    says: /error while it set/,
    offers: /events/,
    answers: /could not be set up/,
  },

  {
    about: 'nobody has started the listener for 40 minutes',
    given: { tunnel: tunnel('AWAITING_LISTENER', 40) },
    rule: 'listener-not-started',
    turn: 'listener',
    says: /^Nobody has started the listener for 40 min\.$/,
    offers: /globus-streams environment initialize --listener-contact-string/,
    answers: /waiting for 40 min for the listening program at Compute/,
  },

  {
    about: 'waiting since three minutes: ordinary',
    given: { tunnel: tunnel('AWAITING_LISTENER', 3) },
    rule: 'awaiting-listener',
    turn: 'listener',
    says: /waits for somebody to start the listener/,
    offers: /give-listener/,
    answers: /waits for the listening program at Compute/,
  },

  {
    about: 'waiting, without a time of creation',
    given: { tunnel: tunnel('AWAITING_LISTENER', null) },
    rule: 'awaiting-listener',
    turn: 'listener',
    says: /waits/,
    offers: /give-listener/,
    answers: /waits/,
  },

  {
    about: 'never started, and the lifetime ends in ten minutes',
    given: { tunnel: tunnel('AWAITING_LISTENER', 350) },
    rule: 'ends-before-it-started',
    turn: 'owner',
    says: /ends in 10 min/,
    offers: /make-again/,
    answers: /never started, and its lifetime ends in 10 min/,
  },
  {
    about: 'never started, and the lifetime ended half a minute ago',
    given: { tunnel: tunnel('AWAITING_LISTENER', 360.5) },
    rule: 'ends-before-it-started',
    turn: 'owner',
    says: /the lifetime is just over/,
    offers: /^(?!.*initialize).*make-again/s,
    answers: /its lifetime is just over/,
  },
  {
    about: 'made a minute ago, for ten minutes',
    given: { tunnel: tunnel('AWAITING_LISTENER', 1, { lifetimeMinutes: 10 }) },
    rule: 'awaiting-listener',
    turn: 'listener',
    says: /waits for somebody/,
    offers: /initialize/,
    answers: /waits for the listening program/,
  },
  {
    about: 'made for ten minutes, of which four are left',
    given: { tunnel: tunnel('AWAITING_LISTENER', 6, { lifetimeMinutes: 10 }) },
    rule: 'ends-before-it-started',
    turn: 'owner',
    says: /ends in 4 min/,
    offers: /make-again/,
    answers: /ends in 4 min/,
  },

  {
    about: 'the contact has just come',
    given: { tunnel: tunnel('AWAITING_LISTENER', 5, LISTENING), events: events(['STARTED', 0.1]) },
    rule: 'connecting',
    turn: 'globus',
    says: /is connecting/,
    offers: /refresh/,
    answers: /being connected/,
  },

  {
    about: 'connecting without an event that says since when',
    given: { tunnel: tunnel('AWAITING_LISTENER', 5, LISTENING) },
    rule: 'connecting',
    turn: 'globus',
    says: /is connecting/,
    offers: /refresh/,
    answers: /being connected/,
  },

  {
    about: 'connecting for ten minutes',
    given: { tunnel: tunnel('AWAITING_LISTENER', 20, LISTENING), events: events(['STARTED', 10]) },
    rule: 'connecting-slowly',
    turn: 'listener',
    says: /connecting the two sides for 10 min/,
    offers: /help@hpc.example/,
    answers: /check that the listening program runs/,
  },

  {
    about: 'the listener does not answer',
    given: {
      tunnel: tunnel('AWAITING_LISTENER', 20, LISTENING),
      events: events(['STARTED', 10], ['LISTENER_CONNECT_FAILED!', 9]),
    },
    rule: 'listener-did-not-answer',
    turn: 'listener',
    says: /connecting to it fails/,
    offers: /help@hpc.example/,
    answers: /cannot reach the listening program/,
  },

  {
    about: 'the gateway refuses, with an address to write to',
    given: {
      tunnel: tunnel('AWAITING_LISTENER', 20, LISTENING),
      events: events(['STARTED', 10], ['GATEWAY_POLICY_DENIED!', 9]),
    },
    rule: 'refused-by-site',
    turn: 'site',
    says: /stream gateway refused/,
    offers: /beam@harbor.example.*help@hpc.example/s,
    answers: /Only the site can allow it/,
  },

  {
    about: 'the gateway refuses, and the sites name no contact',
    given: {
      tunnel: tunnel('AWAITING_LISTENER', 20, LISTENING),
      events: events(['ACCESS_FORBIDDEN!', 9]),
      initiator: null,
      listener: site('Compute', '  '),
    },
    rule: 'refused-by-site',
    turn: 'site',
    says: /refused/,
    offers: /bundle/,
    answers: /Only the site/,
  },

  {
    about: 'an error of unknown place while connecting',
    given: {
      tunnel: tunnel('AWAITING_LISTENER', 20, LISTENING),
      events: events(['STARTED', 10], ['SOMETHING_BROKE!', 9]),
    },
    rule: 'connecting-fails',
    turn: 'site',
    says: /error came up/,
    offers: /events/,
    answers: /could not be connected/,
  },

  {
    about: 'a restartable one comes back',
    given: {
      tunnel: tunnel('AWAITING_LISTENER', 60, { ...LISTENING, restartable: true }),
      events: events(...UP, ['CONTROL_CHANNEL_LOST!', 1]),
    },
    rule: 'restarting',
    turn: 'globus',
    says: /being connected again/,
    offers: /refresh/,
    answers: /being connected again by Globus/,
  },

  {
    about: 'active an hour past its end',
    given: { tunnel: tunnel('ACTIVE', 420, CONNECTABLE) },
    rule: 'over-but-open',
    turn: 'globus',
    says: /was over 1 h ago/,
    offers: /bundle/,
    answers: /Do not count on it/,
  },
];

test.each(CASES)('$about: $rule', (one) => expect(misses(one)).toEqual([]));

test('the cases leave no rule out', () => expect(uncovered(startRules, CASES)).toEqual([]));
