import { expect, test } from 'vitest';
import {
  ACTIVE_EVENTS,
  type DiagnosisCase,
  events,
  findMismatches,
  findUncoveredRules,
  STARTED_EVENTS,
  tunnel,
  WITH_BOTH_CONTACTS,
  WITH_LISTENER_CONTACT,
} from './diagnosisForTests.ts';
import { endedRules } from './endedRules.ts';

const CASES: DiagnosisCase[] = [
  {
    name: 'ended because its 360 minutes were over',
    given: {
      tunnel: tunnel('STOPPED', 500, WITH_BOTH_CONTACTS),
      events: events(['TUNNEL_ACTIVE', 499], ['TUNNEL_STOPPED', 139.9]),
    },
    ruleId: 'ended-with-its-lifetime',
    waitingOn: 'owner',
    verdict: /^It ended because its 360 minutes were over\.$/,
    nextSteps: /make-again/,
    reply: /lifetime of 360 minutes was over/,
  },

  {
    name: 'stopped before its time',
    given: {
      tunnel: tunnel('STOPPED', 60, WITH_BOTH_CONTACTS),
      events: events(...ACTIVE_EVENTS, ['TUNNEL_STOPPED', 30]),
    },
    ruleId: 'stopped-early',
    waitingOn: 'owner',
    verdict: /stopped 5 h 30 min before the end/,
    nextSteps: /make-again/,
    reply: /stopped before its time/,
  },

  {
    name: 'an error long before the end is not its cause',
    given: {
      tunnel: tunnel('STOPPED', 60, WITH_BOTH_CONTACTS),
      events: events(...ACTIVE_EVENTS, ['ODD!', 50], ['TUNNEL_STOPPED', 30]),
    },
    ruleId: 'stopped-early',
    waitingOn: 'owner',
    verdict: /stopped 5 h 30 min/,
    nextSteps: /events/,
    reply: /stopped before its time/,
  },

  {
    name: 'stopped before anybody started the listener',
    given: { tunnel: tunnel('STOPPED', 60), events: events(['TUNNEL_STOPPED', 30]) },
    ruleId: 'stopped-before-it-started',
    waitingOn: 'owner',
    verdict: /before anybody started its listener/,
    nextSteps: /make-again/,
    reply: /never carried data/,
  },

  {
    name: 'the same, but older events were not read',
    given: { tunnel: tunnel('STOPPED', 60), events: events(['TUNNEL_STOPPED', 30]), isEveryEvent: false },
    ruleId: 'stopped-early',
    waitingOn: 'owner',
    verdict: /before the end of its lifetime/,
    nextSteps: /make-again/,
    reply: /stopped before its time/,
  },

  {
    name: 'the same, but one event came without its code',
    given: { tunnel: tunnel('STOPPED', 60), events: events(['', 31], ['TUNNEL_STOPPED', 30]) },
    ruleId: 'stopped-early',
    waitingOn: 'owner',
    verdict: /before the end of its lifetime/,
    nextSteps: /make-again/,
    reply: /stopped before its time/,
  },

  {
    name: 'the site failed',
    given: {
      tunnel: tunnel('STOPPED', 60, WITH_LISTENER_CONTACT),
      events: events(...STARTED_EVENTS, ['CONTROL_CHANNEL_LOST!', 50], ['TUNNEL_STOPPED', 49]),
    },
    ruleId: 'ended-by-error',
    waitingOn: 'site',
    verdict: /ended after an error/,
    nextSteps: /help@hpc.example/,
    reply: /ended by an error/,
  },

  {
    name: 'restarted in vain',
    given: {
      tunnel: tunnel('STOPPED', 60, { ...WITH_LISTENER_CONTACT, restartable: true }),
      events: events(...ACTIVE_EVENTS, ['LOST!', 50], ['LOST!', 49], ['LOST!', 48], ['TUNNEL_STOPPED', 47]),
    },
    ruleId: 'ended-by-error',
    waitingOn: 'site',
    verdict: /after 3 errors; restarting did not help/,
    nextSteps: /make-again/,
    reply: /ended by an error/,
  },

  {
    name: 'the listener could not be reached at all',
    given: {
      tunnel: tunnel('STOPPED', 60, WITH_LISTENER_CONTACT),
      events: events(...STARTED_EVENTS, ['LISTENER_CONNECT_FAILED!', 50], ['TUNNEL_STOPPED', 49]),
    },
    ruleId: 'ended-listener-failed',
    waitingOn: 'listener',
    verdict: /listener’s side could not be reached/,
    nextSteps: /help@hpc.example/,
    reply: /listening program at Compute could not be reached/,
  },

  {
    name: 'the initiator failed',
    given: {
      tunnel: tunnel('STOPPED', 60, WITH_LISTENER_CONTACT),
      events: events(...STARTED_EVENTS, ['INITIATOR_BIND_FAILED!', 50], ['TUNNEL_STOPPED', 49]),
    },
    ruleId: 'ended-initiator-failed',
    waitingOn: 'site',
    verdict: /initiator’s side/,
    nextSteps: /beam@harbor.example/,
    reply: /error at Beamline 7/,
  },

  {
    name: 'ended by a refusal',
    given: {
      tunnel: tunnel('STOPPED', 60, WITH_LISTENER_CONTACT),
      events: events(...STARTED_EVENTS, ['NOT_ALLOWED!', 50], ['TUNNEL_STOPPED', 49]),
    },
    ruleId: 'ended-refused',
    waitingOn: 'site',
    verdict: /gateway refused it/,
    nextSteps: /contact/,
    reply: /its policy does not allow it/,
  },

  {
    name: 'over, its time has passed, no event tells more',
    given: { tunnel: tunnel('STOPPED', 500) },
    ruleId: 'over-when-due',
    waitingOn: 'owner',
    verdict: /which may be why/,
    nextSteps: /make-again/,
    reply: /360 minutes has passed/,
  },

  {
    name: 'stopped an hour after its time: it may have been due to it',
    given: {
      tunnel: tunnel('STOPPED', 500, WITH_BOTH_CONTACTS),
      events: events(['TUNNEL_ACTIVE', 499], ['TUNNEL_STOPPED', 80]),
    },
    ruleId: 'over-when-due',
    waitingOn: 'owner',
    verdict: /which may be why/,
    nextSteps: /make-again/,
    reply: /360 minutes has passed/,
  },

  {
    name: 'over, and nothing is known',
    given: { tunnel: tunnel('STOPPED', null, { lifetimeMinutes: null }), events: null },
    ruleId: 'over',
    waitingOn: 'owner',
    verdict: /^It is over\.$/,
    nextSteps: /make-again/,
    reply: /Why it ended we cannot see/,
  },
];

test.each(CASES)('$about: $rule', (one) => expect(findMismatches(one)).toEqual([]));

test('the cases leave no rule out', () => expect(findUncoveredRules(endedRules, CASES)).toEqual([]));
