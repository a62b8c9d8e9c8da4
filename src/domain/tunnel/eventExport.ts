import { toCsv } from '../text/csv.ts';
import { isoText } from '../text/time.ts';
import type { TunnelEvent } from './event.ts';

/** Writes events as CSV for a spreadsheet, one per line, with times in ISO 8601 and UTC. */
export function eventsCsv(events: readonly TunnelEvent[]): string {
  return toCsv([
    ['id', 'time', 'code', 'is_error', 'description', 'details'],
    ...events.map(({ id, timeMs, codeText, isError, description, details }) => [
      id,
      timeMs === null ? null : isoText(timeMs),
      codeText,
      isError,
      description,
      details,
    ]),
  ]);
}
