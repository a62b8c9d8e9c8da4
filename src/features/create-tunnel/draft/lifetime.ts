import { durationText, localTimeText } from '../../../domain/text/time.ts';
import { DEFAULT_LIFETIME_MINUTES } from '../../../domain/tunnel/request.ts';
import { endsAtMs } from '../../../domain/tunnel/tunnel.ts';

const MINUTE_MS = 60_000;

/** Lifetimes one often wants, in minutes. */
export const LIFETIME_CHOICES = [
  { minutes: 60, label: '1 hour' },
  { minutes: DEFAULT_LIFETIME_MINUTES, label: '6 hours' },
  { minutes: 1440, label: '24 hours' },
  { minutes: 10_080, label: '7 days' },
] as const;

/**
 * When a tunnel made now would end: "ends at 17:40, in 6 h".
 *
 * @param lifetimeMinutes whole minutes
 * @param now milliseconds since the epoch
 */
export function tunnelEndText(lifetimeMinutes: number, now: number): string {
  const long = durationText(lifetimeMinutes * MINUTE_MS);
  const endMs = endsAtMs({ createdAtMs: now, lifetimeMinutes });
  return endMs === null ? `ends in ${long}` : `ends at ${localTimeText(endMs, now)}, in ${long}`;
}
