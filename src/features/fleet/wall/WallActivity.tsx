import { type ActivityEntry, activityText } from '../../../domain/fleet/activity.ts';
import { TimeText } from '../../../ui/text/TimeText.tsx';
import { useHideClippedEntries } from './useHideClippedEntries.ts';
import styles from './WallActivity.module.css';

const MOST_ENTRIES = 12;

/** Lists the latest activity. */
export function WallActivity({ activity }: { activity: readonly ActivityEntry[] }) {
  const list = useHideClippedEntries<HTMLOListElement>();
  if (activity.length === 0) return <p className="muted">No activity since this page was opened.</p>;
  return (
    <ol ref={list} className={styles.list}>
      {activity.slice(0, MOST_ENTRIES).map((entry) => (
        <li key={`${entry.kind} ${entry.atMs} ${entry.changes[0]?.tunnelId}`}>
          <bdi>{activityText(entry)}</bdi>{' '}
          <span className="muted">
            <TimeText ms={entry.atMs} />
          </span>
        </li>
      ))}
    </ol>
  );
}
