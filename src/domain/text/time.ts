// The only code that reads and writes dates and durations. `now` is always a parameter.

import { countText } from './count.ts';

const API_TIME =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:Z|([+-])(\d{2}):?(\d{2}))?$/i;

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/**
 * Reads a time as Globus writes it: in UTC, without a zone, with microseconds (globus-api.md, "Transfer v2").
 * `new Date()` would read that as local time. `Z` and offsets are accepted as well.
 *
 * @returns milliseconds since the epoch (microseconds are dropped), or null if the text is not a time
 */
export function parseApiTime(text: string): number | null {
  const match = API_TIME.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second, fraction = '', sign, offsetHours, offsetMinutes] = match;
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, '0'));
  const wallClockMs = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    milliseconds,
  );
  // Date.UTC turns February 30 into a day in March, so a time that doesn't come back as written is none.
  const written = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  if (isoText(wallClockMs).slice(0, 19) !== written) return null;
  if (!sign) return wallClockMs;
  const offsetMs = Number(offsetHours) * HOUR_MS + Number(offsetMinutes) * MINUTE_MS;
  return sign === '+' ? wallClockMs - offsetMs : wallClockMs + offsetMs;
}

/**
 * Reads a time in the preferred format of HTTP headers (RFC 9110, 5.6.7): "Wed, 21 Oct 2026 07:28:00 GMT".
 *
 * @returns milliseconds since the epoch, or null for anything else
 */
export function parseHttpTime(text: string): number | null {
  const ms = /^\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(ms) ? null : ms;
}

/**
 * Writes a duration in its two largest units, rounded down: "40 s", "5 min", "2 h 5 min", "3 days 4 h".
 *
 * @param ms milliseconds; a negative duration counts as zero
 */
export function durationText(ms: number): string {
  if (ms < MINUTE_MS) return `${Math.max(0, Math.floor(ms / SECOND_MS))} s`;
  if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)} min`;
  if (ms < DAY_MS) {
    const minutes = Math.floor((ms % HOUR_MS) / MINUTE_MS);
    return `${Math.floor(ms / HOUR_MS)} h${minutes === 0 ? '' : ` ${minutes} min`}`;
  }
  const hours = Math.floor((ms % DAY_MS) / HOUR_MS);
  return `${countText(Math.floor(ms / DAY_MS), 'day')}${hours === 0 ? '' : ` ${hours} h`}`;
}

/**
 * Writes how long ago something happened, in its largest unit: "just now", "40 s ago", "2 min ago", "3 days ago".
 * Something that happened can't be in the future, so a time after `now` means that the clocks differ: "just now".
 *
 * @param ms the time, in milliseconds since the epoch
 * @param now the present, in milliseconds since the epoch
 */
export function timeAgo(ms: number, now: number): string {
  const agoMs = now - ms;
  if (agoMs < 10 * SECOND_MS) return 'just now';
  const largestUnit = durationText(agoMs).split(' ').slice(0, 2).join(' ');
  return `${largestUnit} ago`;
}

/** For whom a time is written. Left out, the browser's own locale and time zone. */
interface Reader {
  locale?: string;
  timeZone?: string;
}

/**
 * Writes a time for the reader, with the date unless that is today: "17:40", "25 Nov, 17:40", "3 Jan 2027, 17:40"
 * in British English, "Nov 25, 5:40 PM" in American English.
 *
 * @param ms the time, in milliseconds since the epoch
 * @param now the present, in milliseconds since the epoch
 */
export function localTimeText(ms: number, now: number, reader?: Reader): string {
  return formatter(`${datePart(ms, now, reader)}minutes`, reader).format(ms);
}

/**
 * Writes a time as {@link localTimeText} does, to the second, for lists that are read as a log: "17:40:12".
 *
 * @param ms the time, in milliseconds since the epoch
 * @param now the present, in milliseconds since the epoch
 */
export function localTimeSecondsText(ms: number, now: number, reader?: Reader): string {
  return formatter(`${datePart(ms, now, reader)}seconds`, reader).format(ms);
}

/**
 * Writes a time for the reader in full, to the second and with the time zone: "13 Dec 2025, 06:11:50 GMT+9".
 *
 * @param ms milliseconds since the epoch
 */
export function exactTimeText(ms: number, reader?: Reader): string {
  return formatter('exact', reader).format(ms);
}

/**
 * Writes a time in UTC, for comparing it with a log: "2025-12-12 21:11:50 UTC".
 *
 * @param ms milliseconds since the epoch
 */
export function utcTimeText(ms: number): string {
  return `${isoText(ms)
    .replace('T', ' ')
    .replace(/\.\d+Z$/, '')} UTC`;
}

/** Writes a time for programs (ISO 8601, UTC), such as the `datetime` of a `<time>` element. */
export function isoText(ms: number): string {
  return new Date(ms).toISOString();
}

/** Returns which part of the date a reader needs to tell the time from one of today. */
function datePart(ms: number, now: number, reader?: Reader): '' | 'day ' | 'year ' {
  const isSame = (format: 'day' | 'year') =>
    formatter(format, reader).format(ms) === formatter(format, reader).format(now);
  if (isSame('day')) return '';
  return isSame('year') ? 'day ' : 'year ';
}

const YEAR = { year: 'numeric' } as const;
const DAY = { month: 'short', day: 'numeric' } as const;
const MINUTES = { minute: '2-digit' } as const;
const SECONDS = { ...MINUTES, second: '2-digit' } as const;

/** The formats by name. Those with a time of day get their hour in {@link formatter}. */
const FORMATS = {
  year: YEAR,
  day: { ...YEAR, ...DAY },
  minutes: MINUTES,
  seconds: SECONDS,
  'day minutes': { ...DAY, ...MINUTES },
  'day seconds': { ...DAY, ...SECONDS },
  'year minutes': { ...YEAR, ...DAY, ...MINUTES },
  'year seconds': { ...YEAR, ...DAY, ...SECONDS },
  exact: { dateStyle: 'medium', timeStyle: 'long' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Returns a formatter. It is created when it is first needed and then kept, because creating one is slow. */
function formatter(name: keyof typeof FORMATS, { locale, timeZone }: Reader = {}): Intl.DateTimeFormat {
  const key = [name, locale, timeZone].join('|');
  const existing = formatters.get(key);
  if (existing) return existing;
  const options: Intl.DateTimeFormatOptions = FORMATS[name];
  const created = new Intl.DateTimeFormat(locale, {
    ...options,
    timeZone,
    ...('minute' in options && { hour: hourStyle(locale) }),
  });
  formatters.set(key, created);
  return created;
}

/** Returns how a locale writes hours: "09:05" on a 24-hour clock, "9:05 AM" on a 12-hour clock. */
function hourStyle(locale?: string): '2-digit' | 'numeric' {
  const { hourCycle } = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions();
  return hourCycle === 'h23' || hourCycle === 'h24' ? '2-digit' : 'numeric';
}
