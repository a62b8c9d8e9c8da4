import {
  exactTimeText,
  isoText,
  localTimeSecondsText,
  localTimeText,
  timeAgo,
} from '../../domain/text/time.ts';
import { useNow } from './useNow.ts';

/**
 * A moment as one would say it, with the exact local and UTC time on hover. Where a page is about it, the exact time
 * is written out as well, for those who have no pointer.
 */
export function TimeText({
  ms,
  format = 'ago',
  fallback = 'not known',
  withUtc = false,
}: {
  /** Milliseconds since the epoch. */
  ms: number | null;
  /** "5 min ago"; the time of the day it is; or both, that one to the second, as in a log. */
  format?: 'ago' | 'clock' | 'log';
  fallback?: string;
  /** With the exact UTC time behind it. */
  withUtc?: boolean;
}) {
  // What was said of the last minute changes by the second; older moments change by the minute.
  const now = useNow(ms !== null && Math.abs(Date.now() - ms) < 90_000 ? 1000 : 15_000);
  if (ms === null) return <span className="muted">{fallback}</span>;
  const exact = exactTimeText(ms);
  const time = (
    <time dateTime={isoText(ms)} title={`${exact.local}\n${exact.utc}`}>
      {format === 'ago'
        ? timeAgo(ms, now)
        : format === 'clock'
          ? localTimeText(ms, now)
          : localTimeSecondsText(ms, now)}
    </time>
  );
  if (format === 'log') {
    return (
      <>
        {time} <span className="visually-hidden">{exact.utc}</span>{' '}
        <span className="small muted">{timeAgo(ms, now)}</span>
      </>
    );
  }
  if (!withUtc) return time;
  return (
    <>
      {time} <span className="small muted">{exact.utc}</span>
    </>
  );
}
