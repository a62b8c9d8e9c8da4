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
  return stepAfterPrefill(new URLSearchParams(search), applyPrefill(draft, prefill), prefill);
};

describe('a prefilled link', () => {
  it('asks for the tunnel it was made of', () => {
    const plan = fc.record({
      initiatorId: fc.uuid(),
      listenerId: fc.uuid(),
      label: fc.string({ unit: 'grapheme' }),
      lifetime: fc.integer({ min: 1, max: 999_999_999 }).map(String),
      restartable: fc.boolean(),
    });
    fc.assert(
      fc.property(plan, (wanted) => {
        const link = prefillQuery(draftToPrefill({ ...EMPTY_DRAFT, ...wanted }, wanted.label));
        expect(read(link)).toEqual(wanted);
        expect(applyPrefill(EMPTY_DRAFT, read(link) ?? {})).toEqual({ ...EMPTY_DRAFT, ...wanted });
      }),
    );
  });

  it('survives anything somebody puts into it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (initiator, lifetime, restartable) => {
        const parameters = new URLSearchParams({ initiator, lifetime, restartable });
        expect(() => landing(`?${parameters}`)).not.toThrow();
      }),
    );
  });

  it('says nothing when it names nothing', () => {
    expect(read('?step=listener&utm_source=mail')).toBeNull();
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

  it('adds one side to what is there, and never sends anything by itself', () => {
    expect(applyPrefill(draft, { listenerId: B })).toEqual({ ...draft, listenerId: B, resume: false });
  });

  it('begins anew with a whole plan', () => {
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
  [`?initiator=${A}&listener=${B}&step=settings`, 'settings'],
  [`?initiator=not%20an%20id&listener=${B}`, 'initiator'],
  [`?initiator=${A}&listener=${B}&lifetime=long`, 'settings'],
  ['?label=only', 'initiator'],
])('%s leads to %s', (search, step) => {
  expect(landing(search)).toBe(step);
});

it('the second "use as" leads on to the settings', () => {
  expect(landing(`?listener=${B}`, { ...EMPTY_DRAFT, initiatorId: A })).toBe('settings');
});
