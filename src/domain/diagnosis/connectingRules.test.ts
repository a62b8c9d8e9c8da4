import { expect, test } from 'vitest';
import { connectingRules } from './connectingRules.ts';
import {
  ACTIVE_EVENTS,
  type DiagnosisCase,
  events,
  findMismatches,
  findUncoveredRules,
  site,
  tunnel,
  WITH_LISTENER_CONTACT,
} from './diagnosisForTests.ts';

const CASES: DiagnosisCase[] = [
  {
    name: 'the listener address was just set',
    given: {
      tunnel: tunnel('AWAITING_LISTENER', 5, WITH_LISTENER_CONTACT),
      events: events(['STARTED', 0.1]),
    },
    ruleId: 'connecting',
    waitingOn: 'globus',
    verdict: /is connecting/,
    nextSteps: /refresh/,
    reply: /is connecting/,
  },

  {
    name: 'connecting, without an event that says since when',
    given: { tunnel: tunnel('AWAITING_LISTENER', 5, WITH_LISTENER_CONTACT) },
    ruleId: 'connecting',
    waitingOn: 'globus',
    verdict: /is connecting/,
    nextSteps: /refresh/,
    reply: /is connecting/,
  },

  {
    name: 'connecting for ten minutes',
    given: {
      tunnel: tunnel('AWAITING_LISTENER', 20, WITH_LISTENER_CONTACT),
      events: events(['STARTED', 10]),
    },
    ruleId: 'connecting-slowly',
    waitingOn: 'listener',
    verdict: /longer than usual \(10 min\)/,
    nextSteps: /help@hpc.example/,
    reply: /Check that the listening program is running/,
  },

  {
    name: 'the listener does not respond',
    given: {
      tunnel: tunnel('AWAITING_LISTENER', 20, WITH_LISTENER_CONTACT),
      events: events(['STARTED', 10], ['LISTENER_CONNECT_FAILED!', 9]),
    },
    ruleId: 'listener-not-reachable',
    waitingOn: 'listener',
    verdict: /^Can’t connect to the listener$/,
    nextSteps: /help@hpc.example/,
    reply: /can’t reach the listening program/,
  },

  {
    name: 'the gateway refuses, and the sites name a contact',
    given: {
      tunnel: tunnel('AWAITING_LISTENER', 20, WITH_LISTENER_CONTACT),
      events: events(['STARTED', 10], ['GATEWAY_POLICY_DENIED!', 9]),
    },
    ruleId: 'refused-by-site',
    waitingOn: 'site',
    verdict: /stream gateway/,
    nextSteps: /beam@harbor.example.*help@hpc.example/s,
    reply: /Only that site can allow it/,
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
    verdict: /Rejected/,
    nextSteps: /support bundle so that your support team can ask/,
    reply: /Only that site/,
  },

  {
    name: 'an error while connecting that names no side',
    given: {
      tunnel: tunnel('AWAITING_LISTENER', 20, WITH_LISTENER_CONTACT),
      events: events(['STARTED', 10], ['SOMETHING_BROKE!', 9]),
    },
    ruleId: 'connecting-fails',
    waitingOn: 'site',
    verdict: /^Connecting the two sites failed$/,
    nextSteps: /events/,
    reply: /couldn’t be connected/,
  },

  {
    name: 'a restartable tunnel reconnects',
    given: {
      tunnel: tunnel('AWAITING_LISTENER', 60, { ...WITH_LISTENER_CONTACT, restartable: true }),
      events: events(...ACTIVE_EVENTS, ['CONTROL_CHANNEL_LOST!', 1]),
    },
    ruleId: 'restarting',
    waitingOn: 'globus',
    verdict: /reconnecting automatically/,
    nextSteps: /refresh/,
    reply: /Globus is reconnecting it/,
  },
];

test.each(CASES)('$name: $ruleId', (example) => expect(findMismatches(example)).toEqual([]));

test('the cases cover every rule', () => expect(findUncoveredRules(connectingRules, CASES)).toEqual([]));
