import { expect, it } from 'vitest';
import { localTimeText } from '../../../domain/text/time.ts';
import { tunnelEndText } from './lifetime.ts';

it('tells when a tunnel made now would end', () => {
  // Local time, as a person's clock: the words must hold in every zone the tests run in.
  const now = new Date(2025, 10, 24, 11, 40).getTime();
  const timeAfter = (hours: number) => localTimeText(now + hours * 3_600_000, now);
  expect(tunnelEndText(360, now)).toBe(`ends at ${timeAfter(6)}, in 6 h`);
  expect(tunnelEndText(1440, now)).toBe(`ends at ${timeAfter(24)}, in 1 day`);
});

it('stays calm about a lifetime longer than any calendar', () => {
  expect(tunnelEndText(999_999_999_999, 0)).toMatch(/^ends in [\d,]+ days/);
});
