import { expect, test } from 'vitest';
import {
  CONNECTABLE,
  type DiagnosisCase,
  events,
  LISTENING,
  misses,
  START,
  tunnel,
  UP,
  uncovered,
} from './diagnosisForTests.ts';
import { endRules } from './endedRules.ts';

const CASES: DiagnosisCase[] = [
  {
    about: 'ended because its 360 minutes were over',
    given: {
      tunnel: tunnel('STOPPED', 500, CONNECTABLE),
      events: events(['TUNNEL_ACTIVE', 499], ['TUNNEL_STOPPED', 139.9]),
    },
    rule: 'ended-with-its-lifetime',
    turn: 'owner',
    says: /^It ended because its 360 minutes were over\.$/,
    offers: /make-again/,
    answers: /lifetime of 360 minutes was over/,
  },

  {
    about: 'stopped before its time',
    given: { tunnel: tunnel('STOPPED', 60, CONNECTABLE), events: events(...UP, ['TUNNEL_STOPPED', 30]) },
    rule: 'stopped-early',
    turn: 'owner',
    says: /stopped 5 h 30 min before the end/,
    offers: /make-again/,
    answers: /stopped before its time/,
  },

  {
    about: 'an error long before the end is not its cause',
    given: {
      tunnel: tunnel('STOPPED', 60, CONNECTABLE),
      events: events(...UP, ['ODD!', 50], ['TUNNEL_STOPPED', 30]),
    },
    rule: 'stopped-early',
    turn: 'owner',
    says: /stopped 5 h 30 min/,
    offers: /events/,
    answers: /stopped before its time/,
  },

  {
    about: 'stopped before anybody started the listener',
    given: { tunnel: tunnel('STOPPED', 60), events: events(['TUNNEL_STOPPED', 30]) },
    rule: 'stopped-before-it-started',
    turn: 'owner',
    says: /before anybody started its listener/,
    offers: /make-again/,
    answers: /never carried data/,
  },

  {
    about: 'the same, but older events were not read',
    given: { tunnel: tunnel('STOPPED', 60), events: events(['TUNNEL_STOPPED', 30]), isEveryEvent: false },
    rule: 'stopped-early',
    turn: 'owner',
    says: /before the end of its lifetime/,
    offers: /make-again/,
    answers: /stopped before its time/,
  },

  {
    about: 'the same, but one event came without its code',
    given: { tunnel: tunnel('STOPPED', 60), events: events(['', 31], ['TUNNEL_STOPPED', 30]) },
    rule: 'stopped-early',
    turn: 'owner',
    says: /before the end of its lifetime/,
    offers: /make-again/,
    answers: /stopped before its time/,
  },

  {
    about: 'the site failed',
    given: {
      tunnel: tunnel('STOPPED', 60, LISTENING),
      events: events(...START, ['CONTROL_CHANNEL_LOST!', 50], ['TUNNEL_STOPPED', 49]),
    },
    rule: 'ended-by-error',
    turn: 'site',
    says: /ended after an error/,
    offers: /help@hpc.example/,
    answers: /ended by an error/,
  },

  {
    about: 'restarted in vain',
    given: {
      tunnel: tunnel('STOPPED', 60, { ...LISTENING, restartable: true }),
      events: events(...UP, ['LOST!', 50], ['LOST!', 49], ['LOST!', 48], ['TUNNEL_STOPPED', 47]),
    },
    rule: 'ended-by-error',
    turn: 'site',
    says: /after 3 errors; restarting did not help/,
    offers: /make-again/,
    answers: /ended by an error/,
  },

  {
    about: 'the listener could not be reached at all',
    given: {
      tunnel: tunnel('STOPPED', 60, LISTENING),
      events: events(...START, ['LISTENER_CONNECT_FAILED!', 50], ['TUNNEL_STOPPED', 49]),
    },
    rule: 'ended-listener-failed',
    turn: 'listener',
    says: /listener’s side could not be reached/,
    offers: /help@hpc.example/,
    answers: /listening program at Compute could not be reached/,
  },

  {
    about: 'the initiator failed',
    given: {
      tunnel: tunnel('STOPPED', 60, LISTENING),
      events: events(...START, ['INITIATOR_BIND_FAILED!', 50], ['TUNNEL_STOPPED', 49]),
    },
    rule: 'ended-initiator-failed',
    turn: 'site',
    says: /initiator’s side/,
    offers: /beam@harbor.example/,
    answers: /error at Beamline 7/,
  },

  {
    about: 'ended by a refusal',
    given: {
      tunnel: tunnel('STOPPED', 60, LISTENING),
      events: events(...START, ['NOT_ALLOWED!', 50], ['TUNNEL_STOPPED', 49]),
    },
    rule: 'ended-refused',
    turn: 'site',
    says: /gateway refused it/,
    offers: /contact/,
    answers: /its policy does not allow it/,
  },

  {
    about: 'over, its time has passed, no event tells more',
    given: { tunnel: tunnel('STOPPED', 500) },
    rule: 'over-when-due',
    turn: 'owner',
    says: /which may be why/,
    offers: /make-again/,
    answers: /360 minutes has passed/,
  },

  {
    about: 'stopped an hour after its time: it may have been due to it',
    given: {
      tunnel: tunnel('STOPPED', 500, CONNECTABLE),
      events: events(['TUNNEL_ACTIVE', 499], ['TUNNEL_STOPPED', 80]),
    },
    rule: 'over-when-due',
    turn: 'owner',
    says: /which may be why/,
    offers: /make-again/,
    answers: /360 minutes has passed/,
  },

  {
    about: 'over, and nothing is known',
    given: { tunnel: tunnel('STOPPED', null, { lifetimeMinutes: null }), events: null },
    rule: 'over',
    turn: 'owner',
    says: /^It is over\.$/,
    offers: /make-again/,
    answers: /Why it ended we cannot see/,
  },
];

test.each(CASES)('$about: $rule', (one) => expect(misses(one)).toEqual([]));

test('the cases leave no rule out', () => expect(uncovered(endRules, CASES)).toEqual([]));
