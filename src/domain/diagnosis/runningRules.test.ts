import { expect, test } from 'vitest';
import {
  CONNECTABLE,
  type DiagnosisCase,
  events,
  LISTENING,
  misses,
  tunnel,
  UP,
  uncovered,
} from './diagnosisForTests.ts';
import { runRules } from './runningRules.ts';

const CASES: DiagnosisCase[] = [
  {
    about: 'active and well',
    given: { tunnel: tunnel('ACTIVE', 60, CONNECTABLE), events: events(...UP) },
    rule: 'active',
    turn: 'initiator',
    says: /the way between the two sites is open/,
    offers:
      /prints the contact string to connect with\. Globus tells the initiator’s address as 10\.9\.8\.7:23000/,
    answers: /can connect now/,
  },

  {
    about: 'active, the events could not be read',
    given: { tunnel: tunnel('ACTIVE', 60, CONNECTABLE), events: null },
    rule: 'active',
    turn: 'initiator',
    says: /active/,
    offers: /command/,
    answers: /is up/,
  },

  {
    about: 'active without an address',
    given: { tunnel: tunnel('ACTIVE', 60, LISTENING), events: events(...UP) },
    rule: 'active-without-address',
    turn: 'initiator',
    says: /does not tell the initiator’s address/,
    offers: /globus-streams environment initialize/,
    answers: /prints the contact string/,
  },

  {
    about: 'active again after two restarts',
    given: {
      tunnel: tunnel('ACTIVE', 60, { ...CONNECTABLE, restartable: true }),
      events: events(...UP, ['LOST!', 40], ['TUNNEL_ACTIVE', 39], ['LOST!', 20], ['TUNNEL_ACTIVE', 19]),
    },
    rule: 'active-after-restarts',
    turn: 'initiator',
    says: /after 2 restarts/,
    offers: /events/,
    answers: /start your connecting program again/,
  },

  {
    about: 'active, the listening program refuses',
    given: {
      tunnel: tunnel('ACTIVE', 60, CONNECTABLE),
      events: events(...UP, ['LISTENER_CONNECT_FAILED!', 2]),
    },
    rule: 'active-listener-fails',
    turn: 'listener',
    says: /listening program cannot be reached/,
    offers: /help@hpc.example/,
    answers: /listening program at 10\.0\.0\.7:5000 does not answer/,
  },

  {
    about: 'active, an error at the initiator',
    given: { tunnel: tunnel('ACTIVE', 60, CONNECTABLE), events: events(...UP, ['INITIATOR_RESET!', 2]) },
    rule: 'active-initiator-fails',
    turn: 'initiator',
    says: /side that connects/,
    offers: /beam@harbor.example/,
    answers: /connect again/,
  },

  {
    about: 'active, something was refused',
    given: { tunnel: tunnel('ACTIVE', 60, CONNECTABLE), events: events(...UP, ['PERMISSION_LOST!', 2]) },
    rule: 'active-refused',
    turn: 'site',
    says: /gateway refused something/,
    offers: /contact/,
    answers: /Only the site can say why/,
  },

  {
    about: 'active, an error of unknown place',
    given: { tunnel: tunnel('ACTIVE', 60, CONNECTABLE), events: events(...UP, ['ODD!', 2]) },
    rule: 'active-with-error',
    turn: 'nobody',
    says: /an error was reported since/,
    offers: /events/,
    answers: /an error was reported/,
  },

  {
    about: 'active and ending in five minutes',
    given: { tunnel: tunnel('ACTIVE', 355, CONNECTABLE), events: events(...UP) },
    rule: 'ends-soon',
    turn: 'owner',
    says: /ends in 5 min/,
    offers: /make-again/,
    answers: /about to end/,
  },

  {
    about: 'active and made for ten minutes, of which eight are left',
    given: { tunnel: tunnel('ACTIVE', 2, { ...CONNECTABLE, lifetimeMinutes: 10 }) },
    rule: 'active',
    turn: 'initiator',
    says: /the way between the two sites is open/,
    offers: /initialize/,
    answers: /can connect now/,
  },
  {
    about: 'active one minute past its end',
    given: { tunnel: tunnel('ACTIVE', 361, CONNECTABLE) },
    rule: 'ends-soon',
    turn: 'owner',
    says: /just over/,
    offers: /make-again/,
    answers: /about to end/,
  },

  {
    about: 'asked to stop',
    given: { tunnel: tunnel('STOPPING', 60, CONNECTABLE), events: events(...UP) },
    rule: 'stopping',
    turn: 'globus',
    says: /asked to stop it/,
    offers: /refresh/,
    answers: /being stopped because somebody asked/,
  },

  {
    about: 'closing at the end of its lifetime',
    given: { tunnel: tunnel('STOPPING', 361, CONNECTABLE), events: events(...UP) },
    rule: 'stopping-at-its-end',
    turn: 'globus',
    says: /360 minutes are over/,
    offers: /make-again/,
    answers: /end of its 360 minutes/,
  },

  {
    about: 'closing since an error a long time ago',
    given: { tunnel: tunnel('STOPPING', 60, CONNECTABLE), events: events(...UP, ['LOST!', 30]) },
    rule: 'stopping-slowly',
    turn: 'site',
    says: /30 min ago, was an error/,
    offers: /contact/,
    answers: /longer than usual/,
  },
];

test.each(CASES)('$about: $rule', (one) => expect(misses(one)).toEqual([]));

test('the cases leave no rule out', () => expect(uncovered(runRules, CASES)).toEqual([]));
