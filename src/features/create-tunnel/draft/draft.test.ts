import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EMPTY_DRAFT,
  hasSameSettings,
  isAccessPointId,
  isEmptyDraft,
  readDraft,
  swappedSides,
  wasInterrupted,
} from './draft.ts';

const A = '0f5b62b5-11bd-4a25-8f6c-3a4c4b2a5d6e';
const B = '1e2d3c4b-5a69-4788-9a0b-c1d2e3f40516';

describe('readDraft', () => {
  it('reads back what was stored', () => {
    const contact = fc.option(fc.record({ host: fc.string(), port: fc.integer() }));
    const request = fc.record({
      submissionId: fc.uuid(),
      label: fc.option(fc.string()),
      lifetimeMinutes: fc.nat(),
      restartable: fc.boolean(),
      initiatorAccessPointId: fc.uuid(),
      listenerAccessPointId: fc.uuid(),
      listenerContact: contact,
    });
    const draft = fc.record({
      initiatorId: fc.string(),
      listenerId: fc.string(),
      label: fc.option(fc.string()),
      lifetime: fc.string(),
      restartable: fc.boolean(),
      listenerHost: fc.string(),
      listenerPort: fc.string(),
      attempt: fc.option(request),
      resume: fc.boolean(),
      sentAtMs: fc.option(fc.nat()),
    });
    fc.assert(
      fc.property(draft, (stored) => {
        expect(readDraft(JSON.parse(JSON.stringify(stored)))).toEqual(stored);
      }),
    );
  });

  it('never throws, whatever was stored', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (stored) => {
        expect(Object.keys(readDraft(stored))).toHaveLength(10);
      }),
    );
  });

  it('keeps the valid fields of a draft of another version', () => {
    expect(readDraft({ initiatorId: A, lifetime: 60, attempt: { submissionId: 7 }, color: 'red' })).toEqual({
      ...EMPTY_DRAFT,
      initiatorId: A,
    });
  });

  it.each([null, 'draft', 7, []])('returns an empty draft for %j', (stored) => {
    expect(isEmptyDraft(readDraft(stored))).toBe(true);
  });
});

it('restores the sides when they are swapped twice', () => {
  const draft = { ...EMPTY_DRAFT, initiatorId: A, listenerId: B };
  const once = { ...draft, ...swappedSides(draft) };
  expect(once).toMatchObject({ initiatorId: B, listenerId: A });
  expect({ ...once, ...swappedSides(once) }).toEqual(draft);
});

it.each([
  [A, true],
  [A.toUpperCase(), true],
  ['', false],
  ['harbor', true],
  ['Harbor Beamline 7', false],
  [`${A} `, false],
  [`${A}/../tunnels`, false],
])('isAccessPointId(%j) is %j', (text, isId) => {
  expect(isAccessPointId(text)).toBe(isId);
});

it.each([
  [null, false],
  [1_000_000, true],
  [1_000_000 - 4 * 60_000, true],
  [1_000_000 - 6 * 60_000, false],
  // The clock was set back.
  [1_000_001, false],
])('sent at %j, opened at 1000000: interrupted is %j', (sentAtMs, interrupted) => {
  expect(wasInterrupted({ ...EMPTY_DRAFT, sentAtMs }, 1_000_000)).toBe(interrupted);
});

it('compares what a person entered, not what was recorded about sending it', () => {
  const draft = { ...EMPTY_DRAFT, initiatorId: A };
  expect(hasSameSettings(draft, { ...draft, resume: true, sentAtMs: 1 })).toBe(true);
  expect(hasSameSettings(draft, { ...draft, listenerPort: '1' })).toBe(false);
});
