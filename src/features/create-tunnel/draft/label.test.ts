import { describe, expect, it } from 'vitest';
import { EMPTY_DRAFT } from './draft.ts';
import { effectiveLabel, suggestLabel } from './label.ts';

describe('suggestLabel', () => {
  it('names both access points', () => {
    expect(suggestLabel('Harbor Beamline 7', 'Northfield Compute')).toBe(
      'Harbor Beamline 7 to Northfield Compute',
    );
  });

  it.each([
    [null, 'B'],
    ['A', null],
    [' \n', 'B'],
  ])('suggests nothing if a name is missing: %j, %j', (initiator, listener) => {
    expect(suggestLabel(initiator, listener)).toBe('');
  });

  it('puts any name on one line, without characters that reverse the text direction', () => {
    expect(suggestLabel('A\n\tB\u202Eevil\u0000', '\u2066C\u2069')).toBe('A Bevil to C');
  });

  it('shortens long names between characters', () => {
    const label = suggestLabel('🛰'.repeat(100), 'B');
    expect(label).toBe(`${'🛰'.repeat(59)}… to B`);
  });
});

describe('effectiveLabel', () => {
  const attempt = {
    submissionId: 'x',
    label: 'sent',
    lifetimeMinutes: 1,
    restartable: false,
    initiatorAccessPointId: 'a',
    listenerAccessPointId: 'b',
    listenerContact: null,
  };
  const draft = { ...EMPTY_DRAFT, initiatorId: 'a', listenerId: 'b' };

  it.each([
    ['typed', { ...draft, label: 'typed', attempt }, 'typed'],
    ['emptied', { ...draft, label: '', attempt }, ''],
    ['sent before', { ...draft, attempt }, 'sent'],
    ['sent for other sides', { ...draft, listenerId: 'c', attempt }, 'suggested'],
    ['sent without one', { ...draft, attempt: { ...attempt, label: null } }, 'suggested'],
    ['never sent', draft, 'suggested'],
  ])('%s', (_case, given, label) => {
    expect(effectiveLabel(given, 'suggested')).toBe(label);
  });
});
