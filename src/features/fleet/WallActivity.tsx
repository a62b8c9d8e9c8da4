import { type Telling, tellingText } from '../../domain/tellings.ts';
import { TimeText } from '../../ui/TimeText.tsx';
import { useTellSettings } from './useTellSettings.ts';
import styles from './WallMode.module.css';

const MOST = 12;

/** What happened last. */
export function WallActivity({ feed }: { feed: readonly Telling[] }) {
  const { kinds } = useTellSettings();
  const shown = feed.filter(({ kind }) => kinds[kind]).slice(0, MOST);
  if (shown.length === 0) return <p className="muted">Nothing has happened since this page was opened.</p>;
  return (
    <ol className={styles.activity}>
      {shown.map((telling) => (
        <li key={`${telling.kind} ${telling.atMs} ${telling.changes[0]?.tunnelId}`}>
          <bdi>{tellingText(telling)}</bdi>{' '}
          <span className="muted">
            <TimeText ms={telling.atMs} />
          </span>
        </li>
      ))}
    </ol>
  );
}
