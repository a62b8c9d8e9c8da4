import { expect, it } from 'vitest';
import { localTimeText } from '../../../domain/text/time.ts';
import { lifetimeText } from './lifetime.ts';

it('says how long a tunnel lives and when it would end', () => {
  // Local time, so that the text is the same in every zone the tests run in.
  const now = new Date(2025, 10, 24, 11, 40).getTime();
  const timeAfter = (hours: number) => localTimeText(now + hours * 3_600_000, now);
  expect(lifetimeText(360, now)).toBe(`6 h (until ${timeAfter(6)} if you create it now)`);
  expect(lifetimeText(1440, now)).toBe(`1 day (until ${timeAfter(24)} if you create it now)`);
});

it('gives no end for a lifetime that leads past the end of the calendar', () => {
  expect(lifetimeText(999_999_999_999, 0)).toMatch(/^[\d,]+ days( \d+ h)?$/);
});
