import { expect, test } from 'vitest';
import {
  ACTIVE_EVENTS,
  type DiagnosisCase,
  events,
  findMismatches,
  findUncoveredRules,
  tunnel,
  WITH_BOTH_CONTACTS,
} from './diagnosisForTests.ts';
import { stoppingRules } from './stoppingRules.ts';

const CASES: DiagnosisCase[] = [
  {
    name: 'stopping on request',
    given: { tunnel: tunnel('STOPPING', 60, WITH_BOTH_CONTACTS), events: events(...ACTIVE_EVENTS) },
    ruleId: 'stopping',
    waitingOn: 'globus',
    verdict: /^Stopping on request$/,
    nextSteps: /refresh/,
    reply: /being stopped on request/,
  },

  {
    name: 'stopping at the end of its lifetime',
    given: { tunnel: tunnel('STOPPING', 361, WITH_BOTH_CONTACTS), events: events(...ACTIVE_EVENTS) },
    ruleId: 'stopping-at-its-end',
    waitingOn: 'globus',
    verdict: /^Expired; Globus is closing/,
    nextSteps: /recreate/,
    reply: /has expired and is being closed/,
  },

  {
    name: 'stopping, with an error 30 minutes ago',
    given: {
      tunnel: tunnel('STOPPING', 60, WITH_BOTH_CONTACTS),
      events: events(...ACTIVE_EVENTS, ['LOST!', 30]),
    },
    ruleId: 'stopping-slowly',
    waitingOn: 'site',
    verdict: /after an error; no event for 30 min/,
    nextSteps: /contact/,
    reply: /longer than usual/,
  },
];

test.each(CASES)('$name: $ruleId', (example) => expect(findMismatches(example)).toEqual([]));

test('the cases cover every rule', () => expect(findUncoveredRules(stoppingRules, CASES)).toEqual([]));
