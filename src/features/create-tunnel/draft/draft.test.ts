import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EMPTY_DRAFT,
  isAccessPointId,
  isEmptyDraft,
  readDraft,
  swappedSides,
  wasInterrupted,
} from './draft.ts';

const A = '0f5b62b5-11bd-4a25-8f6c-3a4c4b2a5d6e';
const B = '1e2d3c4b-5a69-4788-9a0b-c1d2e3f40516';

describe('readDraft', () => {
  it('gives back what was kept', () => {
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
      fc.property(draft, (kept) => {
        expect(readDraft(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
      }),
    );
  });

  it('never throws, whatever a tab kept', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (kept) => {
        expect(Object.keys(readDraft(kept))).toHaveLength(10);
      }),
    );
  });

  it('keeps what can be read of a draft of another version', () => {
    expect(readDraft({ initiatorId: A, lifetime: 60, attempt: { submissionId: 7 }, colour: 'red' })).toEqual({
      ...EMPTY_DRAFT,
      initiatorId: A,
    });
  });

  it.each([null, 'draft', 7, []])('begins anew with %j', (kept) => {
    expect(isEmptyDraft(readDraft(kept))).toBe(true);
  });
});

it('swapping twice is where one was', () => {
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
  // A clock that was set back says nothing.
  [1_000_001, false],
])('sent at %j, looked at again at 1000000: interrupted %j', (sentAtMs, interrupted) => {
  expect(wasInterrupted({ ...EMPTY_DRAFT, sentAtMs }, 1_000_000)).toBe(interrupted);
});
