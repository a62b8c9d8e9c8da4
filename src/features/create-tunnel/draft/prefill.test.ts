import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePrefill, prefillQuery } from '../../../domain/tunnel/prefillLink.ts';
import { EMPTY_DRAFT } from './draft.ts';
import { applyPrefill, draftToPrefill, stepAfterPrefill } from './prefill.ts';

const A = '0f5b62b5-11bd-4a25-8f6c-3a4c4b2a5d6e';
const B = '1e2d3c4b-5a69-4788-9a0b-c1d2e3f40516';
const read = (search: string) => parsePrefill(new URLSearchParams(search));
const landing = (search: string, draft = EMPTY_DRAFT) => {
  const prefill = read(search) ?? {};
  return stepAfterPrefill(applyPrefill(draft, prefill), prefill);
};

describe('a link with settings', () => {
  it('reads back the settings it was created from', () => {
    const settings = fc.record({
      initiatorId: fc.uuid(),
      listenerId: fc.uuid(),
      label: fc.string({ unit: 'grapheme' }),
      lifetime: fc.integer({ min: 1, max: 999_999_999 }).map(String),
      restartable: fc.boolean(),
    });
    fc.assert(
      fc.property(settings, (wanted) => {
        const link = prefillQuery(draftToPrefill({ ...EMPTY_DRAFT, ...wanted }, wanted.label));
        expect(read(link)).toEqual(wanted);
        expect(applyPrefill(EMPTY_DRAFT, read(link) ?? {})).toEqual({ ...EMPTY_DRAFT, ...wanted });
      }),
    );
  });

  it('never throws, whatever it contains', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (initiator, lifetime, restartable) => {
        const parameters = new URLSearchParams({ initiator, lifetime, restartable });
        expect(() => landing(`?${parameters}`)).not.toThrow();
      }),
    );
  });

  it('is null when it contains no settings', () => {
    expect(read('?step=listener&utm_source=guide')).toBeNull();
  });

  it.each([
    ['true', true],
    ['TRUE', true],
    ['1', true],
    ['false', false],
    ['', false],
    ['maybe', false],
  ])('restartable=%s', (text, restartable) => {
    expect(read(`?restartable=${text}`)).toEqual({ restartable });
  });
});

describe('applyPrefill', () => {
  const draft = { ...EMPTY_DRAFT, initiatorId: A, label: 'mine', restartable: true, resume: true };

  it('adds one side to the draft, and never resumes sending', () => {
    expect(applyPrefill(draft, { listenerId: B })).toEqual({ ...draft, listenerId: B, resume: false });
  });

  it('starts a new draft when the link has both sides', () => {
    expect(applyPrefill(draft, { initiatorId: B, listenerId: A })).toEqual({
      ...EMPTY_DRAFT,
      initiatorId: B,
      listenerId: A,
    });
  });
});

it.each([
  [`?initiator=${A}`, 'listener'],
  [`?listener=${B}`, 'initiator'],
  [`?initiator=${A}&listener=${B}`, 'review'],
  [`?initiator=not%20an%20id&listener=${B}`, 'initiator'],
  [`?initiator=${A}&listener=${B}&lifetime=long`, 'settings'],
  ['?label=only', 'initiator'],
])('%s opens the step %s', (search, step) => {
  expect(landing(search)).toBe(step);
});

it('opens the settings when the draft already has the other side', () => {
  expect(landing(`?listener=${B}`, { ...EMPTY_DRAFT, initiatorId: A })).toBe('settings');
});
