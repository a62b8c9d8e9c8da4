import { expect, test } from 'vitest';
import {
  type DiagnosisCase,
  events,
  findMismatches,
  findUncoveredRules,
  tunnel,
  WITH_BOTH_CONTACTS,
} from './diagnosisForTests.ts';
import { setupRules } from './setupRules.ts';

const CASES: DiagnosisCase[] = [
  {
    name: 'created a moment ago',
    given: { tunnel: tunnel('UNINITIALIZED', 0.1) },
    ruleId: 'setting-up',
    waitingOn: 'globus',
    verdict: /is setting up/,
    nextSteps: /refresh/,
    reply: /being set up/,
  },

  {
    name: 'being set up, without a time of creation',
    given: { tunnel: tunnel('UNINITIALIZED', null) },
    ruleId: 'setting-up',
    waitingOn: 'globus',
    verdict: /is setting up/,
    nextSteps: /refresh/,
    reply: /being set up/,
  },

  {
    name: 'being set up for 15 minutes',
    given: { tunnel: tunnel('UNINITIALIZED', 15) },
    ruleId: 'setting-up-slowly',
    waitingOn: 'site',
    verdict: /longer than usual \(15 min\)/,
    nextSteps: /beam@harbor.example.*help@hpc.example/s,
    reply: /for 15 min, which is longer than usual/,
  },

  {
    name: 'an error during setup',
    given: { tunnel: tunnel('UNINITIALIZED', 1), events: events(['CONTROL_CHANNEL_LOST!', 0.5]) },
    ruleId: 'setup-error',
    waitingOn: 'site',
    verdict: /^An error occurred during setup$/,
    nextSteps: /events/,
    reply: /couldn’t be set up/,
  },

  {
    name: 'active an hour after its end',
    given: { tunnel: tunnel('ACTIVE', 420, WITH_BOTH_CONTACTS) },
    ruleId: 'expired-but-open',
    waitingOn: 'globus',
    verdict: /^Expired 1 h ago but still open$/,
    nextSteps: /bundle/,
    reply: /Don’t rely on it/,
  },
];

test.each(CASES)('$name: $ruleId', (example) => expect(findMismatches(example)).toEqual([]));

test('the cases cover every rule', () => expect(findUncoveredRules(setupRules, CASES)).toEqual([]));
