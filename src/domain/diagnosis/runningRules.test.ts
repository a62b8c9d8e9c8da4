import { expect, test } from 'vitest';
import {
  ACTIVE_EVENTS,
  type DiagnosisCase,
  events,
  findMismatches,
  findUncoveredRules,
  tunnel,
  WITH_BOTH_CONTACTS,
  WITH_LISTENER_CONTACT,
} from './diagnosisForTests.ts';
import { runningRules } from './runningRules.ts';

const CASES: DiagnosisCase[] = [
  {
    name: 'active and well',
    given: { tunnel: tunnel('ACTIVE', 60, WITH_BOTH_CONTACTS), events: events(...ACTIVE_EVENTS) },
    ruleId: 'active',
    waitingOn: 'initiator',
    verdict: /the way between the two sites is open/,
    nextSteps:
      /prints the contact string to connect with\. Globus tells the initiator’s address as 10\.9\.8\.7:23000/,
    reply: /can connect now/,
  },

  {
    name: 'active, the events could not be read',
    given: { tunnel: tunnel('ACTIVE', 60, WITH_BOTH_CONTACTS), events: null },
    ruleId: 'active',
    waitingOn: 'initiator',
    verdict: /active/,
    nextSteps: /command/,
    reply: /is up/,
  },

  {
    name: 'active without an address',
    given: { tunnel: tunnel('ACTIVE', 60, WITH_LISTENER_CONTACT), events: events(...ACTIVE_EVENTS) },
    ruleId: 'active-without-address',
    waitingOn: 'initiator',
    verdict: /does not tell the initiator’s address/,
    nextSteps: /globus-streams environment initialize/,
    reply: /prints the contact string/,
  },

  {
    name: 'active again after two restarts',
    given: {
      tunnel: tunnel('ACTIVE', 60, { ...WITH_BOTH_CONTACTS, restartable: true }),
      events: events(
        ...ACTIVE_EVENTS,
        ['LOST!', 40],
        ['TUNNEL_ACTIVE', 39],
        ['LOST!', 20],
        ['TUNNEL_ACTIVE', 19],
      ),
    },
    ruleId: 'active-after-restarts',
    waitingOn: 'initiator',
    verdict: /after 2 restarts/,
    nextSteps: /events/,
    reply: /start your connecting program again/,
  },

  {
    name: 'active, the listening program refuses',
    given: {
      tunnel: tunnel('ACTIVE', 60, WITH_BOTH_CONTACTS),
      events: events(...ACTIVE_EVENTS, ['LISTENER_CONNECT_FAILED!', 2]),
    },
    ruleId: 'active-listener-fails',
    waitingOn: 'listener',
    verdict: /listening program cannot be reached/,
    nextSteps: /help@hpc.example/,
    reply: /listening program at 10\.0\.0\.7:5000 does not answer/,
  },

  {
    name: 'active, an error at the initiator',
    given: {
      tunnel: tunnel('ACTIVE', 60, WITH_BOTH_CONTACTS),
      events: events(...ACTIVE_EVENTS, ['INITIATOR_RESET!', 2]),
    },
    ruleId: 'active-initiator-fails',
    waitingOn: 'initiator',
    verdict: /side that connects/,
    nextSteps: /beam@harbor.example/,
    reply: /connect again/,
  },

  {
    name: 'active, something was refused',
    given: {
      tunnel: tunnel('ACTIVE', 60, WITH_BOTH_CONTACTS),
      events: events(...ACTIVE_EVENTS, ['PERMISSION_LOST!', 2]),
    },
    ruleId: 'active-refused',
    waitingOn: 'site',
    verdict: /gateway refused something/,
    nextSteps: /contact/,
    reply: /Only the site can say why/,
  },

  {
    name: 'active, an error of unknown place',
    given: {
      tunnel: tunnel('ACTIVE', 60, WITH_BOTH_CONTACTS),
      events: events(...ACTIVE_EVENTS, ['ODD!', 2]),
    },
    ruleId: 'active-with-error',
    waitingOn: 'nobody',
    verdict: /an error was reported since/,
    nextSteps: /events/,
    reply: /an error was reported/,
  },

  {
    name: 'active and ending in five minutes',
    given: { tunnel: tunnel('ACTIVE', 355, WITH_BOTH_CONTACTS), events: events(...ACTIVE_EVENTS) },
    ruleId: 'ends-soon',
    waitingOn: 'owner',
    verdict: /ends in 5 min/,
    nextSteps: /make-again/,
    reply: /about to end/,
  },

  {
    name: 'active and made for ten minutes, of which eight are left',
    given: { tunnel: tunnel('ACTIVE', 2, { ...WITH_BOTH_CONTACTS, lifetimeMinutes: 10 }) },
    ruleId: 'active',
    waitingOn: 'initiator',
    verdict: /the way between the two sites is open/,
    nextSteps: /initialize/,
    reply: /can connect now/,
  },
  {
    name: 'active one minute past its end',
    given: { tunnel: tunnel('ACTIVE', 361, WITH_BOTH_CONTACTS) },
    ruleId: 'ends-soon',
    waitingOn: 'owner',
    verdict: /just over/,
    nextSteps: /make-again/,
    reply: /about to end/,
  },

  {
    name: 'asked to stop',
    given: { tunnel: tunnel('STOPPING', 60, WITH_BOTH_CONTACTS), events: events(...ACTIVE_EVENTS) },
    ruleId: 'stopping',
    waitingOn: 'globus',
    verdict: /asked to stop it/,
    nextSteps: /refresh/,
    reply: /being stopped because somebody asked/,
  },

  {
    name: 'closing at the end of its lifetime',
    given: { tunnel: tunnel('STOPPING', 361, WITH_BOTH_CONTACTS), events: events(...ACTIVE_EVENTS) },
    ruleId: 'stopping-at-its-end',
    waitingOn: 'globus',
    verdict: /360 minutes are over/,
    nextSteps: /make-again/,
    reply: /end of its 360 minutes/,
  },

  {
    name: 'closing since an error a long time ago',
    given: {
      tunnel: tunnel('STOPPING', 60, WITH_BOTH_CONTACTS),
      events: events(...ACTIVE_EVENTS, ['LOST!', 30]),
    },
    ruleId: 'stopping-slowly',
    waitingOn: 'site',
    verdict: /30 min ago, was an error/,
    nextSteps: /contact/,
    reply: /longer than usual/,
  },
];

test.each(CASES)('$about: $rule', (one) => expect(findMismatches(one)).toEqual([]));

test('the cases leave no rule out', () => expect(findUncoveredRules(runningRules, CASES)).toEqual([]));
