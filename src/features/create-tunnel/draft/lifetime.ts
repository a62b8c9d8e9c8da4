import { durationText, localTimeText } from '../../../domain/text/time.ts';
import { DEFAULT_LIFETIME_MINUTES } from '../../../domain/tunnel/request.ts';
import { endsAtMs } from '../../../domain/tunnel/tunnel.ts';

const MINUTE_MS = 60_000;

/** Common lifetimes, in minutes. */
export const LIFETIME_CHOICES = [
  { minutes: 60, label: '1 hour' },
  { minutes: DEFAULT_LIFETIME_MINUTES, label: '6 hours' },
  { minutes: 1440, label: '24 hours' },
  { minutes: 10_080, label: '7 days' },
] as const;

/**
 * Returns a lifetime and when a tunnel created now would end: "6 h (until 17:40 if you create it now)". A lifetime
 * that leads past the end of the calendar stands alone.
 *
 * @param lifetimeMinutes whole minutes
 * @param now milliseconds since the epoch
 */
export function lifetimeText(lifetimeMinutes: number, now: number): string {
  const lifetime = durationText(lifetimeMinutes * MINUTE_MS);
  const endMs = endsAtMs({ createdAtMs: now, lifetimeMinutes });
  return endMs === null ? lifetime : `${lifetime} (until ${localTimeText(endMs, now)} if you create it now)`;
}
