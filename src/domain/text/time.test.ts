import fc from 'fast-check';
import { afterEach, describe, expect, it, test } from 'vitest';
import {
  durationText,
  exactTimeText,
  isoText,
  localTimeSecondsText,
  localTimeText,
  parseApiTime,
  parseHttpTime,
  timeAgo,
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
  ])('reads %j as nothing', (text) => {
    expect(parseApiTime(text)).toBeNull();
  });

  it('reads back every moment, to the millisecond, and never throws', () => {
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
])('durationText(%d) is %j', (ms, words) => {
  expect(durationText(ms)).toBe(words);
});

test.each([
  [0, 'just now'],
  [9999, 'just now'],
  [-9000, 'just now'],
  [40_000, '40 s ago'],
  [125_000, '2 min ago'],
  [125 * 60_000, '2 h ago'],
  [76 * 3_600_000, '3 days ago'],
  [-5 * 60_000, 'in 5 min'],
])('timeAgo of %d ms ago is %j', (agoMs, words) => {
  expect(timeAgo(NOON - agoMs, NOON)).toBe(words);
});

describe('in the zone of the reader', () => {
  const own = process.env.TZ;
  afterEach(() => {
    if (own === undefined) delete process.env.TZ;
    else process.env.TZ = own;
  });

  it.each([
    [Date.UTC(2025, 11, 12, 17, 40), 'UTC', '17:40'],
    [Date.UTC(2025, 11, 12, 0, 5), 'UTC', '00:05'],
    [Date.UTC(2025, 11, 3, 17, 40), 'UTC', '3 Dec, 17:40'],
    [Date.UTC(2027, 0, 3, 17, 40), 'UTC', '3 Jan 2027, 17:40'],
    // In Tokyo it is 21:00 of the 12th at noon UTC, so 16:00 UTC is tomorrow there.
    [Date.UTC(2025, 11, 12, 14, 0), 'Asia/Tokyo', '23:00'],
    [Date.UTC(2025, 11, 12, 16, 0), 'Asia/Tokyo', '13 Dec, 01:00'],
    // Summer time in Chicago: five hours behind, not six.
    [Date.UTC(2025, 6, 1, 17, 0), 'America/Chicago', '1 Jul, 12:00'],
  ])('clockText(%d) in %s is %j', (ms, timeZone, words) => {
    process.env.TZ = timeZone;
    expect(localTimeText(ms, NOON)).toBe(words);
  });

  it('has the seconds behind the same clock, where a list is a log', () => {
    process.env.TZ = 'America/St_Johns';
    expect(localTimeSecondsText(Date.UTC(2025, 11, 12, 4, 5, 6), NOON)).toBe('00:35:06');
    expect(localTimeSecondsText(Date.UTC(2025, 11, 12, 1, 5, 59), NOON)).toBe('11 Dec, 21:35:59');
  });

  it.each([
    [Date.UTC(2025, 11, 12, 21, 11, 50), 'Asia/Tokyo', '2025-12-13 06:11:50 GMT+9'],
    [Date.UTC(2025, 11, 12, 21, 11, 50), 'UTC', '2025-12-12 21:11:50 GMT'],
    [Date.UTC(2025, 11, 12, 21, 11, 50), 'America/St_Johns', '2025-12-12 17:41:50 GMT-3:30'],
    // The hour that comes twice when Berlin leaves summer time is told apart by its offset.
    [Date.UTC(2025, 9, 26, 0, 30), 'Europe/Berlin', '2025-10-26 02:30:00 GMT+2'],
    [Date.UTC(2025, 9, 26, 1, 30), 'Europe/Berlin', '2025-10-26 02:30:00 GMT+1'],
  ])('exactText(%d) in %s', (ms, timeZone, local) => {
    process.env.TZ = timeZone;
    const iso = new Date(ms).toISOString();
    expect(exactTimeText(ms)).toEqual({ utc: `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`, local });
  });

  it('says something of the last moment that a date can hold', () => {
    process.env.TZ = 'Asia/Tokyo';
    expect(() => exactTimeText(8.64e15)).not.toThrow();
  });
});
