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
    name: 'stopped at the end of its lifetime of 360 minutes',
    given: {
      tunnel: tunnel('STOPPED', 500, WITH_BOTH_CONTACTS),
      events: events(['TUNNEL_ACTIVE', 499], ['TUNNEL_STOPPED', 139.9]),
    },
    ruleId: 'ended-with-its-lifetime',
    waitingOn: 'owner',
    verdict: /^Expired after 6 h$/,
    nextSteps: /recreate/,
    reply: /after its lifetime of 6 h\./,
  },

  {
    name: 'stopped before its end',
    given: {
      tunnel: tunnel('STOPPED', 60, WITH_BOTH_CONTACTS),
      events: events(...ACTIVE_EVENTS, ['TUNNEL_STOPPED', 30]),
    },
    ruleId: 'stopped-early',
    waitingOn: 'owner',
    verdict: /^Stopped 5 h 30 min early$/,
    nextSteps: /recreate/,
    reply: /stopped early/,
  },

  {
    name: 'an error long before the end is not its cause',
    given: {
      tunnel: tunnel('STOPPED', 60, WITH_BOTH_CONTACTS),
      events: events(...ACTIVE_EVENTS, ['ODD!', 50], ['TUNNEL_STOPPED', 30]),
    },
    ruleId: 'stopped-early',
    waitingOn: 'owner',
    verdict: /^Stopped 5 h 30 min early$/,
    nextSteps: /events/,
    reply: /stopped early/,
  },

  {
    name: 'stopped before anyone started the listener',
    given: { tunnel: tunnel('STOPPED', 60), events: events(['TUNNEL_STOPPED', 30]) },
    ruleId: 'stopped-before-it-started',
    waitingOn: 'owner',
    verdict: /before the listener was started/,
    nextSteps: /recreate/,
    reply: /never carried data/,
  },

  {
    name: 'the same, but older events did not load',
    given: { tunnel: tunnel('STOPPED', 60), events: events(['TUNNEL_STOPPED', 30]), isEveryEvent: false },
    ruleId: 'stopped-early',
    waitingOn: 'owner',
    verdict: /^Stopped 5 h 30 min early$/,
    nextSteps: /recreate/,
    reply: /stopped early/,
  },

  {
    name: 'the same, but one event has no code',
    given: { tunnel: tunnel('STOPPED', 60), events: events(['', 31], ['TUNNEL_STOPPED', 30]) },
    ruleId: 'stopped-early',
    waitingOn: 'owner',
    verdict: /^Stopped 5 h 30 min early$/,
    nextSteps: /recreate/,
    reply: /stopped early/,
  },

  {
    name: 'a site failed',
    given: {
      tunnel: tunnel('STOPPED', 60, WITH_LISTENER_CONTACT),
      events: events(...STARTED_EVENTS, ['CONTROL_CHANNEL_LOST!', 50], ['TUNNEL_STOPPED', 49]),
    },
    ruleId: 'ended-by-error',
    waitingOn: 'site',
    verdict: /^Failed: “It is CONTROL_CHANNEL_LOST”$/,
    nextSteps: /help@hpc.example/,
    reply: /^(?!.*help@hpc).*because of an error at one of the sites/s,
  },

  {
    name: 'failed in spite of restarts',
    given: {
      tunnel: tunnel('STOPPED', 60, { ...WITH_LISTENER_CONTACT, restartable: true }),
      events: events(...ACTIVE_EVENTS, ['LOST!', 50], ['LOST!', 49], ['LOST!', 48], ['TUNNEL_STOPPED', 47]),
    },
    ruleId: 'ended-by-error',
    waitingOn: 'site',
    verdict: /^Failed after 3 errors; restarting didn’t help$/,
    nextSteps: /recreate/,
    reply: /because of an error at one of the sites/,
  },

  {
    name: 'the listener could never be reached',
    given: {
      tunnel: tunnel('STOPPED', 60, WITH_LISTENER_CONTACT),
      events: events(...STARTED_EVENTS, ['LISTENER_CONNECT_FAILED!', 50], ['TUNNEL_STOPPED', 49]),
    },
    ruleId: 'ended-listener-failed',
    waitingOn: 'listener',
    verdict: /couldn’t reach the listener/,
    nextSteps: /help@hpc.example/,
    reply: /listening program at Compute couldn’t be reached/,
  },

  {
    name: 'the initiator failed',
    given: {
      tunnel: tunnel('STOPPED', 60, WITH_LISTENER_CONTACT),
      events: events(...STARTED_EVENTS, ['INITIATOR_BIND_FAILED!', 50], ['TUNNEL_STOPPED', 49]),
    },
    ruleId: 'ended-initiator-failed',
    waitingOn: 'site',
    verdict: /error at the initiator/,
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
    verdict: /rejected by a site’s stream gateway/,
    nextSteps: /contact/,
    reply: /Only that site can change that/,
  },

  {
    name: 'ended, its lifetime has passed, and no event says more',
    given: { tunnel: tunnel('STOPPED', 500) },
    ruleId: 'ended-when-due',
    waitingOn: 'owner',
    verdict: /^Ended, probably because it expired$/,
    nextSteps: /recreate/,
    reply: /its lifetime has passed/,
  },

  {
    name: 'stopped an hour after its end, perhaps because of it',
    given: {
      tunnel: tunnel('STOPPED', 500, WITH_BOTH_CONTACTS),
      events: events(['TUNNEL_ACTIVE', 499], ['TUNNEL_STOPPED', 80]),
    },
    ruleId: 'ended-when-due',
    waitingOn: 'owner',
    verdict: /^Ended, probably because it expired$/,
    nextSteps: /recreate/,
    reply: /its lifetime has passed/,
  },

  {
    name: 'ended, and nothing is known',
    given: { tunnel: tunnel('STOPPED', null, { lifetimeMinutes: null }), events: null },
    ruleId: 'ended',
    waitingOn: 'owner',
    verdict: /^Ended; cause unknown$/,
    nextSteps: /recreate/,
    reply: /We can’t see why/,
  },
];

test.each(CASES)('$name: $ruleId', (example) => expect(findMismatches(example)).toEqual([]));

test('the cases cover every rule', () => expect(findUncoveredRules(endedRules, CASES)).toEqual([]));
