import { clockSecondsText, clockText, exactText, isoText, timeAgo } from '../../domain/text/time.ts';
import { useNow } from './useNow.ts';

/**
 * A moment as one would say it, with the exact local and UTC time on hover. Where a page is about it, the exact time
 * is written out as well, for those who have no pointer.
 */
export function TimeText({
  ms,
  as = 'ago',
  fallback = 'not known',
  whole = false,
}: {
  /** Milliseconds since the epoch. */
  ms: number | null;
  /** "5 min ago"; the time of the day it is; or both, that one to the second, as in a log. */
  as?: 'ago' | 'clock' | 'log';
  fallback?: string;
  /** With the exact UTC time behind it. */
  whole?: boolean;
}) {
  // What was said of the last minute changes by the second; older moments change by the minute.
  const now = useNow(ms !== null && Math.abs(Date.now() - ms) < 90_000 ? 1000 : 15_000);
  if (ms === null) return <span className="muted">{fallback}</span>;
  const exact = exactText(ms);
  const time = (
    <time dateTime={isoText(ms)} title={`${exact.local}\n${exact.utc}`}>
      {as === 'ago' ? timeAgo(ms, now) : as === 'clock' ? clockText(ms, now) : clockSecondsText(ms, now)}
    </time>
  );
  if (as === 'log') {
    return (
      <>
        {time} <span className="visually-hidden">{exact.utc}</span>{' '}
        <span className="small muted">{timeAgo(ms, now)}</span>
      </>
    );
  }
  if (!whole) return time;
  return (
    <>
      {time} <span className="small muted">{exact.utc}</span>
    </>
  );
}
