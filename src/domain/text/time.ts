// The only place that reads dates, and the only words for them.

const API_TIME =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:Z|([+-])(\d{2}):?(\d{2}))?$/i;

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/**
 * Reads a time as Globus writes it: without a zone, in UTC, with microseconds (globus-api.md, "Transfer v2").
 * `new Date()` would read that as local time. `Z` and offsets are understood as well.
 *
 * @returns milliseconds since the epoch (what is finer is cut off), or null for anything that is not a time
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
  // Date.UTC rolls 30 February over into March; a time that does not come back as it went in is no time.
  const written = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  if (new Date(wallClockMs).toISOString().slice(0, 19) !== written) return null;
  if (!sign) return wallClockMs;
  const offsetMs = Number(offsetHours) * HOUR_MS + Number(offsetMinutes) * MINUTE_MS;
  return sign === '+' ? wallClockMs - offsetMs : wallClockMs + offsetMs;
}

/**
 * Reads a time as HTTP headers write it today (RFC 9110, 5.6.7): "Wed, 21 Oct 2026 07:28:00 GMT".
 *
 * @returns milliseconds since the epoch, or null for anything else
 */
export function parseHttpTime(text: string): number | null {
  const ms = /^\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(ms) ? null : ms;
}

/**
 * A length of time in its two largest units, rounded down: "40 s", "5 min", "2 h 5 min", "3 days 4 h".
 *
 * @param ms milliseconds; below zero counts as zero
 */
export function durationText(ms: number): string {
  if (ms < MINUTE_MS) return `${Math.max(0, Math.floor(ms / SECOND_MS))} s`;
  if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)} min`;
  if (ms < DAY_MS)
    return twoUnits(Math.floor(ms / HOUR_MS), 'h', Math.floor((ms % HOUR_MS) / MINUTE_MS), 'min');
  const days = Math.floor(ms / DAY_MS);
  return twoUnits(days, days === 1 ? 'day' : 'days', Math.floor((ms % DAY_MS) / HOUR_MS), 'h');
}

function twoUnits(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}

/**
 * How long ago something was, in its largest unit: "just now", "40 s ago", "2 min ago", "3 days ago". A few
 * seconds ahead, as clocks that differ produce them, are "just now" too; what is further ahead is "in 5 min".
 *
 * @param ms the time, in milliseconds since the epoch
 * @param now the present, in milliseconds since the epoch
 */
export function timeAgo(ms: number, now: number): string {
  const agoMs = now - ms;
  if (Math.abs(agoMs) < 10 * SECOND_MS) return 'just now';
  const largestUnit = durationText(Math.abs(agoMs)).split(' ').slice(0, 2).join(' ');
  return agoMs > 0 ? `${largestUnit} ago` : `in ${largestUnit}`;
}

/**
 * The time on the reader's clock, with the day when that is not today: "17:40", "25 Nov, 17:40", "3 Jan 2027, 17:40".
 *
 * @param ms the time, in milliseconds since the epoch
 * @param now the present, in milliseconds since the epoch
 */
export function localTimeText(ms: number, now: number): string {
  const then = new Date(ms);
  const today = new Date(now);
  const clock = `${two(then.getHours())}:${two(then.getMinutes())}`;
  const day = `${then.getDate()} ${MONTHS[then.getMonth()]}`;
  if (then.getFullYear() !== today.getFullYear()) return `${day} ${then.getFullYear()}, ${clock}`;
  if (then.getMonth() !== today.getMonth() || then.getDate() !== today.getDate()) return `${day}, ${clock}`;
  return clock;
}

/**
 * As {@link localTimeText}, to the second, for lists in which one looks for a moment: "17:40:12", "25 Nov, 17:40:12".
 *
 * @param ms the time, in milliseconds since the epoch
 * @param now the present, in milliseconds since the epoch
 */
export function localTimeSecondsText(ms: number, now: number): string {
  return `${localTimeText(ms, now)}:${two(new Date(ms).getSeconds())}`;
}

/**
 * A time to the second, for those who compare it with a log: "2025-12-12 21:11:50 UTC" and, in the reader's own
 * zone, "2025-12-13 06:11:50 GMT+9".
 *
 * @param ms milliseconds since the epoch
 */
export function exactTimeText(ms: number): { utc: string; local: string } {
  const utc = isoText(ms);
  const here = new Date(ms);
  // Not by Intl: it takes far longer, and a table says thousands of times.
  const day = [here.getFullYear(), here.getMonth() + 1, here.getDate()].map(two).join('-');
  const clock = [here.getHours(), here.getMinutes(), here.getSeconds()].map(two).join(':');
  return {
    utc: `${utc.slice(0, 10)} ${utc.slice(11, 19)} UTC`,
    local: `${day} ${clock} ${offsetText(-here.getTimezoneOffset())}`,
  };
}

/** "GMT+9", "GMT-3:30". */
function offsetText(offsetMinutes: number): string {
  if (offsetMinutes === 0) return 'GMT';
  const hours = Math.floor(Math.abs(offsetMinutes) / 60);
  const minutes = Math.abs(offsetMinutes) % 60;
  return `GMT${offsetMinutes > 0 ? '+' : '-'}${hours}${minutes === 0 ? '' : `:${two(minutes)}`}`;
}

const two = (value: number) => String(value).padStart(2, '0');

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A time for machines (ISO 8601, UTC), as the `datetime` of a `<time>` element wants it. */
export function isoText(ms: number): string {
  return new Date(ms).toISOString();
}
