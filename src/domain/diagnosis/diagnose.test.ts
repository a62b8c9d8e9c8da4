import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTunnelEventCode } from '../tunnel/event.ts';
import { DIAGNOSIS_RULES, diagnose } from './diagnose.ts';
import {
  ACTIVE_EVENTS,
  type DiagnosisCase,
  events,
  findMismatches,
  input,
  NOW,
  tunnel,
  WITH_BOTH_CONTACTS,
} from './diagnosisForTests.ts';

const CASES: DiagnosisCase[] = [
  {
    name: 'a state nobody knows',
    given: { tunnel: tunnel('REBALANCING', 10) },
    ruleId: 'unknown-state',
    waitingOn: 'not-known',
    verdict: /calls the state REBALANCING/,
    nextSteps: /bundle/,
    reply: /does not know yet/,
  },

  {
    name: 'no state at all, after an error',
    given: { tunnel: tunnel('', 10), events: events(['ODD!', 2]) },
    ruleId: 'unknown-state',
    waitingOn: 'not-known',
    verdict: /by no name/,
    nextSteps: /events/,
    reply: /does not know yet/,
  },
];

test.each(CASES)('$about: $rule', (one) => expect(findMismatches(one)).toEqual([]));

test('every rule has a name of its own', () => {
  expect(new Set(DIAGNOSIS_RULES.map(({ id }) => id)).size).toBe(DIAGNOSIS_RULES.length);
});

describe('evidence', () => {
  const wordsOf = (given: DiagnosisCase['given']) => diagnose(input(given)).evidence.map(({ text }) => text);

  test('it names the event that decided', () => {
    const given = {
      tunnel: tunnel('ACTIVE', 60, WITH_BOTH_CONTACTS),
      events: events(...ACTIVE_EVENTS, ['ODD!', 2]),
    };
    expect(diagnose(input(given)).evidence).toContainEqual(
      expect.objectContaining({ source: 'event', eventId: '3', text: expect.stringContaining('ODD') }),
    );
  });

  test('it says when events are missing, are not all, or the clock is wrong', () => {
    expect(wordsOf({ tunnel: tunnel('ACTIVE', 60), events: null })).toContain(
      'The events could not be read.',
    );
    expect(
      wordsOf({ tunnel: tunnel('ACTIVE', 60), events: events(...ACTIVE_EVENTS), isEveryEvent: false }),
    ).toContain('2 events were looked at; there are others that were not read.');
    expect(wordsOf({ tunnel: tunnel('ACTIVE', -10) }).join()).toContain('clock is behind');
    expect(wordsOf({ tunnel: tunnel('ACTIVE', 60) }).join()).not.toContain('clock is behind');
  });
});

test.each([
  [false, 'active-with-error'],
  [true, 'active'],
])('old events make no verdict about now; the newest missing: %s', (lacksNewest, rule) => {
  const old = { events: events(...ACTIVE_EVENTS, ['ODD!', 50]), isEveryEvent: false, lacksNewest };
  const diagnosis = diagnose(input({ tunnel: tunnel('ACTIVE', 60, WITH_BOTH_CONTACTS), ...old }));
  expect(diagnosis.ruleId).toBe(rule);
  expect(diagnosis.evidence.some(({ text }) => text.includes('newest events are not read yet'))).toBe(
    lacksNewest,
  );
});

test('whatever Globus sends, there is a diagnosis with a step, and the reply keeps internals to itself', () => {
  const time = fc.option(fc.integer({ min: 0, max: 8.64e15 }));
  const nasty = fc.constantFrom('\u0000', '\u001b[2J', '\u202e', '\n', '“', '”', '<b>', 'é', '😀', 'word ');
  const anyText = fc.array(nasty, { maxLength: 40 }).map((pieces) => pieces.join(''));
  const anyEvent = fc.record({
    id: fc.string(),
    codeText: fc.constantFrom(
      'STARTED',
      'TUNNEL_ACTIVE',
      'TUNNEL_STOPPED',
      'LISTENER_X',
      'DENIED',
      '\u202e\u0000',
    ),
    isError: fc.boolean(),
    description: anyText,
    details: fc.string(),
    timeMs: time,
  });
  const states = ['UNINITIALIZED', 'AWAITING_LISTENER', 'ACTIVE', 'STOPPING', 'STOPPED', 'ODD'];
  fc.assert(
    fc.property(
      fc.constantFrom(...states),
      fc.option(fc.array(anyEvent)),
      fc.record({
        createdAtMs: time,
        lifetimeMinutes: fc.option(fc.double()),
        label: fc.option(anyText),
      }),
      time,
      (state, told, facts, now) => {
        const known = told?.map((one) => ({ ...one, code: parseTunnelEventCode(one.codeText) })) ?? null;
        const diagnosis = diagnose(
          input({ tunnel: { ...tunnel(state, 0), ...facts }, events: known, now: now ?? NOW }),
        );
        expect(diagnosis.nextSteps.length).toBeGreaterThan(0);
        expect(diagnosis.reply.replace(/“.*”/, '')).not.toMatch(
          /AWAITING_LISTENER|TUNNEL_|ap-i|ap-l|\p{Cc}(?<!\n)/u,
        );
      },
    ),
  );
});
