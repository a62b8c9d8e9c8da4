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
  WITH_LISTENER_CONTACT,
} from './diagnosisForTests.ts';

const CASES: DiagnosisCase[] = [
  {
    name: 'an unrecognized state',
    given: { tunnel: tunnel('REBALANCING', 10) },
    ruleId: 'unknown-state',
    waitingOn: 'unknown',
    verdict: /^Unrecognized state: REBALANCING$/,
    nextSteps: /bundle/,
    reply: /a state we don’t recognize/,
  },
  {
    name: 'no state at all, after an error',
    given: { tunnel: tunnel('', 10), events: events(['ODD!', 2]) },
    ruleId: 'unknown-state',
    waitingOn: 'unknown',
    verdict: /^Globus reported no state$/,
    nextSteps: /events/,
    reply: /a state we don’t recognize/,
  },
];

test.each(CASES)('$name: $ruleId', (example) => expect(findMismatches(example)).toEqual([]));

test('every rule has an ID of its own', () => {
  expect(new Set(DIAGNOSIS_RULES.map(({ id }) => id)).size).toBe(DIAGNOSIS_RULES.length);
});

describe('evidence', () => {
  const evidenceTexts = (given: DiagnosisCase['given']) =>
    diagnose(input(given)).evidence.map(({ text }) => text);

  test.each([
    ['ACTIVE', 60, 'Expires in 5 h'],
    ['ACTIVE', 480, 'Expired 2 h ago'],
    ['STOPPED', 60, 'Lifetime would have ended in 5 h'],
    ['STOPPED', 480, 'Lifetime ended 2 h ago'],
  ])('says when a tunnel in state %s that is %i min old ends', (state, minutesOld, text) => {
    expect(evidenceTexts({ tunnel: tunnel(state, minutesOld) })).toContain(text);
  });

  test('names the event that decided', () => {
    const given = {
      tunnel: tunnel('ACTIVE', 60, WITH_BOTH_CONTACTS),
      events: events(...ACTIVE_EVENTS, ['ODD!', 2]),
    };
    expect(diagnose(input(given)).evidence).toContainEqual(
      expect.objectContaining({ source: 'event', eventId: '3', text: expect.stringContaining('ODD') }),
    );
  });

  test('says when events are missing or incomplete, and when the clock is wrong', () => {
    expect(evidenceTexts({ tunnel: tunnel('ACTIVE', 60), events: null })).toContain('Couldn’t load events.');
    expect(
      evidenceTexts({ tunnel: tunnel('ACTIVE', 60), events: events(...ACTIVE_EVENTS), isEveryEvent: false }),
    ).toContain('Checked 2 events; more haven’t been loaded.');
    expect(evidenceTexts({ tunnel: tunnel('ACTIVE', -10) }).join()).toContain('clock is behind');
    expect(evidenceTexts({ tunnel: tunnel('ACTIVE', 60) }).join()).not.toContain('clock is behind');
  });
});

test.each([
  [false, 'active-with-error'],
  [true, 'active'],
])('old events decide nothing while the newest are missing (missing: %s)', (lacksNewest, rule) => {
  const old = { events: events(...ACTIVE_EVENTS, ['ODD!', 50]), isEveryEvent: false, lacksNewest };
  const diagnosis = diagnose(input({ tunnel: tunnel('ACTIVE', 60, WITH_BOTH_CONTACTS), ...old }));
  expect(diagnosis.ruleId).toBe(rule);
  expect(diagnosis.evidence.some(({ text }) => text.includes('newest events haven’t loaded'))).toBe(
    lacksNewest,
  );
});

test('whatever Globus sends, there is a diagnosis with a step, and the reply has no internals', () => {
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
      (state, reported, facts, now) => {
        const known =
          reported?.map((event) => ({ ...event, code: parseTunnelEventCode(event.codeText) })) ?? null;
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

test('what came after an earlier error is part of the evidence', () => {
  const { evidence } = diagnose(
    input({
      tunnel: tunnel('ACTIVE', 120, WITH_BOTH_CONTACTS),
      events: events(...ACTIVE_EVENTS, ['LISTENER_CONNECT_FAILED!', 50], ['BYTES_MOVED', 3]),
    }),
  );
  expect(evidence.map(({ text }) => text)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^LISTENER_CONNECT_FAILED, 50 min ago/),
      expect.stringMatching(/^After it: BYTES_MOVED, 3 min ago/),
    ]),
  );
});

test.each([
  ['ACTIVE', WITH_BOTH_CONTACTS, 60],
  ['AWAITING_LISTENER', WITH_LISTENER_CONTACT, 60],
  ['UNINITIALIZED', {}, 60],
  ['STOPPED', {}, 60],
  ['STOPPED', {}, 600],
])('%s: while events are missing, nothing is claimed about them', (state, contacts, minutesOld) => {
  const reported = { tunnel: tunnel(state, minutesOld, contacts) };
  for (const missing of [{ events: null }, { events: events(['OLD', 500]), lacksNewest: true }]) {
    const { verdict, uncertainty, evidence } = diagnose(input({ ...reported, ...missing }));
    expect(`${verdict} ${uncertainty}`).not.toMatch(/no event|neither the events|no error/i);
    expect(evidence.map(({ text }) => text).join()).toMatch(/Couldn’t load events|haven’t loaded/);
  }
});
