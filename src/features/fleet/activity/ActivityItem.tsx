import { Link } from 'react-router';
import { routePaths } from '../../../config/routePaths.ts';
import { type ActivityEntry, activityText } from '../../../domain/fleet/activity.ts';
import type { ChangeKind } from '../../../domain/fleet/changes.ts';
import { isTerminal } from '../../../domain/tunnel/state.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { TimeText } from '../../../ui/text/TimeText.tsx';
import styles from './ActivityItem.module.css';

const ICONS: Readonly<Record<ChangeKind, string>> = { active: '●', failed: '▲', stopped: '■', ending: '◷' };

/** One entry of the activity list: a change of one tunnel, or a summary of many. */
export function ActivityItem({
  entry,
  tunnelOf,
}: {
  entry: ActivityEntry;
  tunnelOf: (id: string) => Tunnel | undefined;
}) {
  const { kind, count, changes, atMs } = entry;
  const [only] = changes;
  return (
    <li data-kind={kind} className={styles.item}>
      <span className={styles.icon} aria-hidden="true">
        {ICONS[kind]}
      </span>
      <div className={styles.text}>
        {only && count === 1 ? (
          <>
            <Link to={routePaths.tunnel(only.tunnelId)} dir="auto">
              {only.tunnelName}
            </Link>{' '}
            {only.text} {kind !== 'active' && <DuplicateLink tunnel={tunnelOf(only.tunnelId)} />}
          </>
        ) : (
          <details>
            <summary>{activityText(entry)}</summary>
            <ul>
              {changes.map(({ tunnelId, tunnelName, text }) => (
                <li key={tunnelId}>
                  <Link to={routePaths.tunnel(tunnelId)} dir="auto">
                    {tunnelName}
                  </Link>{' '}
                  {text}
                </li>
              ))}
              {count > changes.length && <li>and {(count - changes.length).toLocaleString('en')} more</li>}
            </ul>
          </details>
        )}
      </div>
      <span className="muted">
        <TimeText ms={atMs} />
      </span>
    </li>
  );
}

/** Leads to a new tunnel with the same settings, for one that is about to end or has ended. */
function DuplicateLink({ tunnel }: { tunnel: Tunnel | undefined }) {
  if (!tunnel) return null;
  return <Link to={routePaths.duplicateTunnel(tunnel)}>{isTerminal(tunnel) ? 'Recreate' : 'Duplicate'}</Link>;
}
