import {
  exactTimeText,
  isoText,
  localTimeSecondsText,
  localTimeText,
  timeAgo,
  utcTimeText,
} from '../../domain/text/time.ts';
import { useNow } from './useNow.ts';

/**
 * Shows a moment in words, with the exact local and UTC time on hover. Where the moment matters most, the exact time
 * can be shown as well, for readers without a pointer.
 */
export function TimeText({
  ms,
  format = 'ago',
  fallback = 'Unknown',
  withUtc = false,
}: {
  /** Milliseconds since the epoch. */
  ms: number | null;
  /** 'ago': "5 min ago". 'clock': the time of day. 'log': both, to the second. */
  format?: 'ago' | 'clock' | 'log';
  fallback?: string;
  /** Whether the exact UTC time follows. */
  withUtc?: boolean;
}) {
  // Text about the last minute changes every second; older text changes every minute.
  const now = useNow(ms !== null && Math.abs(Date.now() - ms) < 90_000 ? 1000 : 15_000);
  if (ms === null) return <span className="muted">{fallback}</span>;
  const utc = utcTimeText(ms);
  const time = (
    <time dateTime={isoText(ms)} title={`${exactTimeText(ms)}\n${utc}`}>
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
        {time} <span className="visually-hidden">{utc}</span>{' '}
        <span className="small muted">{timeAgo(ms, now)}</span>
      </>
    );
  }
  if (!withUtc) return time;
  return (
    <>
      {time} <span className="small muted">{utc}</span>
    </>
  );
}
