import { expect, test } from 'vitest';
import { activeRules } from './activeRules.ts';
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

const CASES: DiagnosisCase[] = [
  {
    name: 'active; the listener failed long ago, and nothing was reported since',
    given: {
      tunnel: tunnel('ACTIVE', 120, WITH_BOTH_CONTACTS),
      events: events(...ACTIVE_EVENTS, ['LISTENER_CONNECT_FAILED!', 50]),
    },
    ruleId: 'active-listener-fails',
    waitingOn: 'listener',
    verdict: /^Active, but the listening program couldn’t be reached 50 min ago$/,
    nextSteps: /Compute/,
    reply: /isn’t responding/,
  },

  {
    name: 'active; the listener failed, and then it connected',
    given: {
      tunnel: tunnel('ACTIVE', 120, WITH_BOTH_CONTACTS),
      events: events(...ACTIVE_EVENTS, ['LISTENER_CONNECT_FAILED!', 50], ['LISTENER_CONNECTED', 49]),
    },
    ruleId: 'active',
    waitingOn: 'initiator',
    verdict: /^Active: the two sites are connected$/,
    nextSteps: /contact string/,
    reply: /can connect now/,
  },

  {
    name: 'active; the listener failed, and then something else happened',
    given: {
      tunnel: tunnel('ACTIVE', 120, WITH_BOTH_CONTACTS),
      events: events(...ACTIVE_EVENTS, ['LISTENER_CONNECT_FAILED!', 50], ['BYTES_MOVED', 3]),
    },
    ruleId: 'active-with-error',
    waitingOn: 'no-one',
    verdict: /^Active, with an error 50 min ago$/,
    nextSteps: /View events/,
    reply: /is active/,
  },

  {
    name: 'active, with nothing wrong',
    given: { tunnel: tunnel('ACTIVE', 60, WITH_BOTH_CONTACTS), events: events(...ACTIVE_EVENTS) },
    ruleId: 'active',
    waitingOn: 'initiator',
    verdict: /^Active: the two sites are connected$/,
    nextSteps:
      /On the initiator host \(Beamline 7\), run this command to get the contact string\. Then start your program with globus-streams-launch\.sh and the contact string/,
    reply: /can connect now/,
  },

  {
    name: 'active, and the events did not load',
    given: { tunnel: tunnel('ACTIVE', 60, WITH_BOTH_CONTACTS), events: null },
    ruleId: 'active',
    waitingOn: 'initiator',
    verdict: /^Active/,
    nextSteps: /command/,
    reply: /is active/,
  },

  {
    name: 'active without an initiator address',
    given: { tunnel: tunnel('ACTIVE', 60, WITH_LISTENER_CONTACT), events: events(...ACTIVE_EVENTS) },
    ruleId: 'active-without-address',
    waitingOn: 'initiator',
    verdict: /doesn’t report the initiator address/,
    nextSteps: /globus-streams environment initialize/,
    reply: /to get the contact string/,
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
    verdict: /^Active after 2 restarts$/,
    nextSteps: /events/,
    reply: /restart your connecting program/,
  },

  {
    name: 'active, and the listening program does not respond',
    given: {
      tunnel: tunnel('ACTIVE', 60, WITH_BOTH_CONTACTS),
      events: events(...ACTIVE_EVENTS, ['LISTENER_CONNECT_FAILED!', 2]),
    },
    ruleId: 'active-listener-fails',
    waitingOn: 'listener',
    verdict: /listening program can’t be reached/,
    nextSteps: /help@hpc.example/,
    reply: /listening program at 10\.0\.0\.7:5000 isn’t responding/,
  },

  {
    name: 'active, with an error at the initiator',
    given: {
      tunnel: tunnel('ACTIVE', 60, WITH_BOTH_CONTACTS),
      events: events(...ACTIVE_EVENTS, ['INITIATOR_RESET!', 2]),
    },
    ruleId: 'active-initiator-fails',
    waitingOn: 'initiator',
    verdict: /initiator reported an error/,
    nextSteps: /beam@harbor.example/,
    reply: /Try connecting again/,
  },

  {
    name: 'active, and a site refused a connection',
    given: {
      tunnel: tunnel('ACTIVE', 60, WITH_BOTH_CONTACTS),
      events: events(...ACTIVE_EVENTS, ['PERMISSION_LOST!', 2]),
    },
    ruleId: 'active-refused',
    waitingOn: 'site',
    verdict: /gateway rejected a connection/,
    nextSteps: /contact/,
    reply: /Ask the site why/,
  },

  {
    name: 'active, with an error that names no side',
    given: {
      tunnel: tunnel('ACTIVE', 60, WITH_BOTH_CONTACTS),
      events: events(...ACTIVE_EVENTS, ['ODD!', 2]),
    },
    ruleId: 'active-with-error',
    waitingOn: 'no-one',
    verdict: /^Active, with a recent error$/,
    nextSteps: /events/,
    reply: /an error has been reported/,
  },

  {
    name: 'active for five more minutes',
    given: { tunnel: tunnel('ACTIVE', 355, WITH_BOTH_CONTACTS), events: events(...ACTIVE_EVENTS) },
    ruleId: 'expires-soon',
    waitingOn: 'owner',
    verdict: /expires in 5 min/,
    nextSteps: /recreate/,
    reply: /about to expire/,
  },

  {
    name: 'active and created for ten minutes, of which eight are left',
    given: { tunnel: tunnel('ACTIVE', 2, { ...WITH_BOTH_CONTACTS, lifetimeMinutes: 10 }) },
    ruleId: 'active',
    waitingOn: 'initiator',
    verdict: /two sites are connected/,
    nextSteps: /initialize/,
    reply: /can connect now/,
  },

  {
    name: 'active one minute after its end',
    given: { tunnel: tunnel('ACTIVE', 361, WITH_BOTH_CONTACTS) },
    ruleId: 'expires-soon',
    waitingOn: 'owner',
    verdict: /^Just expired/,
    nextSteps: /recreate/,
    reply: /has just expired/,
  },
];

test.each(CASES)('$name: $ruleId', (example) => expect(findMismatches(example)).toEqual([]));

test('the cases cover every rule', () => expect(findUncoveredRules(activeRules, CASES)).toEqual([]));
