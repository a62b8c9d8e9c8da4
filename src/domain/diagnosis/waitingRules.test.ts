import { expect, test } from 'vitest';
import { type DiagnosisCase, findMismatches, findUncoveredRules, tunnel } from './diagnosisForTests.ts';
import { waitingRules } from './waitingRules.ts';

const CASES: DiagnosisCase[] = [
  {
    name: 'no listener for 40 minutes',
    given: { tunnel: tunnel('AWAITING_LISTENER', 40) },
    ruleId: 'listener-not-started',
    waitingOn: 'listener',
    verdict: /^Waiting for the listener for 40 min$/,
    nextSteps: /globus-streams environment initialize --listener-contact-string/,
    reply: /waiting for 40 min: .* listening program at Compute/,
  },

  {
    name: 'waiting for three minutes, which is ordinary',
    given: { tunnel: tunnel('AWAITING_LISTENER', 3) },
    ruleId: 'awaiting-listener',
    waitingOn: 'listener',
    verdict: /^Waiting for the listener$/,
    nextSteps: /set-listener/,
    reply: /waiting for the listening program at Compute/,
  },

  {
    name: 'waiting, without a time of creation',
    given: { tunnel: tunnel('AWAITING_LISTENER', null) },
    ruleId: 'awaiting-listener',
    waitingOn: 'listener',
    verdict: /^Waiting for the listener$/,
    nextSteps: /set-listener/,
    reply: /waiting for/,
  },

  {
    name: 'never started, and it expires in ten minutes',
    given: { tunnel: tunnel('AWAITING_LISTENER', 350) },
    ruleId: 'expires-before-it-started',
    waitingOn: 'owner',
    verdict: /expires in 10 min$/,
    nextSteps: /recreate/,
    reply: /never started and expires in 10 min\./,
  },

  {
    name: 'never started, and it expired half a minute ago',
    given: { tunnel: tunnel('AWAITING_LISTENER', 360.5) },
    ruleId: 'expires-before-it-started',
    waitingOn: 'owner',
    verdict: /^Just expired/,
    nextSteps: /^(?!.*initialize).*recreate/s,
    reply: /has just expired\./,
  },

  {
    name: 'created a minute ago, for ten minutes',
    given: { tunnel: tunnel('AWAITING_LISTENER', 1, { lifetimeMinutes: 10 }) },
    ruleId: 'awaiting-listener',
    waitingOn: 'listener',
    verdict: /^Waiting for the listener$/,
    nextSteps: /initialize/,
    reply: /waiting for the listening program/,
  },

  {
    name: 'created for ten minutes, of which four are left',
    given: { tunnel: tunnel('AWAITING_LISTENER', 6, { lifetimeMinutes: 10 }) },
    ruleId: 'expires-before-it-started',
    waitingOn: 'owner',
    verdict: /expires in 4 min/,
    nextSteps: /recreate/,
    reply: /expires in 4 min/,
  },
];

test.each(CASES)('$name: $ruleId', (example) => expect(findMismatches(example)).toEqual([]));

test('the cases cover every rule', () => expect(findUncoveredRules(waitingRules, CASES)).toEqual([]));
