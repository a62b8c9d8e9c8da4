import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  durationText,
  exactTimeText,
  isoText,
  localTimeSecondsText,
  localTimeText,
  parseApiTime,
  parseHttpTime,
  timeAgo,
  utcTimeText,
} from './time.ts';

const NOON = Date.UTC(2025, 11, 12, 12, 0, 0);

test.each([
  ['Wed, 21 Oct 2026 07:28:00 GMT', Date.UTC(2026, 9, 21, 7, 28)],
  ['Wed, 99 Oct 2026 07:28:00 GMT', null],
  ['Wed Oct 21 07:28:00 2026', null],
  ['120', null],
  ['', null],
])('parseHttpTime(%j) is %j', (text, ms) => {
  expect(parseHttpTime(text)).toBe(ms);
});

describe('parseApiTime', () => {
  it.each([
    ['2025-12-12T21:11:50.525278', Date.UTC(2025, 11, 12, 21, 11, 50, 525)],
    ['2025-12-12T21:11:50', Date.UTC(2025, 11, 12, 21, 11, 50)],
    ['2025-12-12 21:11:50.5', Date.UTC(2025, 11, 12, 21, 11, 50, 500)],
    ['2025-12-12T21:11:50Z', Date.UTC(2025, 11, 12, 21, 11, 50)],
    ['2025-12-12T21:11:50.525278+00:00', Date.UTC(2025, 11, 12, 21, 11, 50, 525)],
    ['2025-12-13T06:11:50+09:00', Date.UTC(2025, 11, 12, 21, 11, 50)],
    ['2025-12-12T15:41:50-0530', Date.UTC(2025, 11, 12, 21, 11, 50)],
    ['2024-02-29T00:00:00', Date.UTC(2024, 1, 29)],
    ['2025-03-30T02:30:00', Date.UTC(2025, 2, 30, 2, 30)],
  ])('reads %s as UTC', (text, ms) => {
    expect(parseApiTime(text)).toBe(ms);
  });

  it.each([
    '',
    'yesterday',
    '2025-12-12',
    '2025-02-29T00:00:00',
    '2025-13-01T00:00:00',
    '2025-12-12T25:00:00',
    '2025-12-12T24:00:00',
    '2025-12-12T21:61:00',
    '0050-01-01T00:00:00',
    '2025-12-12T21:11:50 PM',
    '1734038999',
  ])('rejects %j', (text) => {
    expect(parseApiTime(text)).toBeNull();
  });

  it('reads back every time, to the millisecond, and never throws', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          expect(parseApiTime(date.toISOString().slice(0, -1))).toBe(date.getTime());
          expect(parseApiTime(isoText(date.getTime()))).toBe(date.getTime());
        },
      ),
    );
    fc.assert(fc.property(fc.string(), (text) => void parseApiTime(text)));
  });
});

test.each([
  [-5000, '0 s'],
  [999, '0 s'],
  [40_000, '40 s'],
  [59_999, '59 s'],
  [60_000, '1 min'],
  [5 * 60_000 + 59_000, '5 min'],
  [60 * 60_000, '1 h'],
  [125 * 60_000, '2 h 5 min'],
  [24 * 3_600_000, '1 day'],
  [76 * 3_600_000, '3 days 4 h'],
])('durationText(%d) is %j', (ms, text) => {
  expect(durationText(ms)).toBe(text);
});

test.each([
  [0, 'just now'],
  [9999, 'just now'],
  [-9000, 'just now'],
  [40_000, '40 s ago'],
  [125_000, '2 min ago'],
  [125 * 60_000, '2 h ago'],
  [76 * 3_600_000, '3 days ago'],
  [-5 * 60_000, 'just now'],
  [-22 * 3_600_000, 'just now'],
])('timeAgo of %d ms ago is %j', (agoMs, text) => {
  expect(timeAgo(NOON - agoMs, NOON)).toBe(text);
});

test.each([
  [Date.UTC(2025, 11, 12, 17, 40), 'en-GB', 'UTC', '17:40'],
  [Date.UTC(2025, 11, 12, 0, 5), 'en-GB', 'UTC', '00:05'],
  [Date.UTC(2025, 11, 3, 17, 40), 'en-GB', 'UTC', '3 Dec, 17:40'],
  [Date.UTC(2027, 0, 3, 17, 40), 'en-GB', 'UTC', '3 Jan 2027, 17:40'],
  [Date.UTC(2025, 11, 12, 17, 40), 'en-US', 'UTC', '5:40 PM'],
  [Date.UTC(2025, 11, 3, 17, 40), 'en-US', 'UTC', 'Dec 3, 5:40 PM'],
  [Date.UTC(2027, 0, 3, 17, 40), 'en-US', 'UTC', 'Jan 3, 2027, 5:40 PM'],
  [Date.UTC(2025, 11, 3, 9, 5), 'de-DE', 'UTC', '3. Dez., 09:05'],
  // At noon UTC it is 21:00 in Tokyo, so 16:00 UTC is tomorrow there.
  [Date.UTC(2025, 11, 12, 14, 0), 'en-GB', 'Asia/Tokyo', '23:00'],
  [Date.UTC(2025, 11, 12, 16, 0), 'en-GB', 'Asia/Tokyo', '13 Dec, 01:00'],
  // Daylight saving time in Chicago: five hours behind UTC, not six.
  [Date.UTC(2025, 6, 1, 17, 0), 'en-GB', 'America/Chicago', '1 Jul, 12:00'],
])('localTimeText(%d) for %s in %s is %j', (ms, locale, timeZone, text) => {
  expect(plainSpaces(localTimeText(ms, NOON, { locale, timeZone }))).toBe(text);
});

test('localTimeSecondsText adds the seconds', () => {
  const british = { locale: 'en-GB', timeZone: 'America/St_Johns' };
  expect(localTimeSecondsText(Date.UTC(2025, 11, 12, 4, 5, 6), NOON, british)).toBe('00:35:06');
  expect(localTimeSecondsText(Date.UTC(2025, 11, 12, 1, 5, 59), NOON, british)).toBe('11 Dec, 21:35:59');
  const american = { locale: 'en-US', timeZone: 'UTC' };
  expect(plainSpaces(localTimeSecondsText(Date.UTC(2025, 11, 12, 4, 5, 6), NOON, american))).toBe(
    '4:05:06 AM',
  );
});

test.each([
  [Date.UTC(2025, 11, 12, 21, 11, 50), 'en-GB', 'Asia/Tokyo', '13 Dec 2025, 06:11:50 GMT+9'],
  [Date.UTC(2025, 11, 12, 21, 11, 50), 'en-GB', 'UTC', '12 Dec 2025, 21:11:50 UTC'],
  [Date.UTC(2025, 11, 12, 21, 11, 50), 'en-US', 'America/St_Johns', 'Dec 12, 2025, 5:41:50 PM GMT-3:30'],
  // The hour that comes twice when Berlin leaves daylight saving time differs in its zone.
  [Date.UTC(2025, 9, 26, 0, 30), 'en-GB', 'Europe/Berlin', '26 Oct 2025, 02:30:00 CEST'],
  [Date.UTC(2025, 9, 26, 1, 30), 'en-GB', 'Europe/Berlin', '26 Oct 2025, 02:30:00 CET'],
])('exactTimeText(%d) for %s in %s is %j', (ms, locale, timeZone, text) => {
  expect(plainSpaces(exactTimeText(ms, { locale, timeZone }))).toBe(text);
});

test('utcTimeText is the same for every reader', () => {
  expect(utcTimeText(Date.UTC(2025, 11, 12, 21, 11, 50, 525))).toBe('2025-12-12 21:11:50 UTC');
});

test('the last moment that a date can hold has a text', () => {
  const reader = { locale: 'en-GB', timeZone: 'Asia/Tokyo' };
  expect(exactTimeText(8.64e15, reader)).toContain('275760');
  expect(localTimeText(8.64e15, NOON, reader)).toContain('275760');
});

/** Returns a text with ordinary spaces: Intl separates "AM" and "PM" with a narrow one. */
function plainSpaces(text: string): string {
  return text.replace(/\s/g, ' ');
}
