import { type ActivityEntry, activityText } from '../../../domain/fleet/activity.ts';
import { TimeText } from '../../../ui/text/TimeText.tsx';
import { useHideClippedEntries } from './useHideClippedEntries.ts';
import styles from './WallDisplay.module.css';

const MOST = 12;

/** What happened last. */
export function WallActivity({ feed }: { feed: readonly ActivityEntry[] }) {
  const list = useHideClippedEntries<HTMLOListElement>();
  if (feed.length === 0) return <p className="muted">Nothing has happened since this page was opened.</p>;
  return (
    <ol ref={list} className={styles.activity}>
      {feed.slice(0, MOST).map((telling) => (
        <li key={`${telling.kind} ${telling.atMs} ${telling.changes[0]?.tunnelId}`}>
          <bdi>{activityText(telling)}</bdi>{' '}
          <span className="muted">
            <TimeText ms={telling.atMs} />
          </span>
        </li>
      ))}
    </ol>
  );
}
