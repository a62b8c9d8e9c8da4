import { useMemo } from 'react';
import { Link } from 'react-router';
import { routePaths } from '../../../config/routePaths.ts';
import { type ActivityEntry, activityText } from '../../../domain/fleet/activity.ts';
import type { ChangeKind } from '../../../domain/fleet/changes.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { EmptyState } from '../../../ui/notices/EmptyState.tsx';
import { TimeText } from '../../../ui/text/TimeText.tsx';
import styles from './ActivityPanel.module.css';
import { NotificationSwitches } from './NotificationSwitches.tsx';

/** What happened while this page watched and is to be told, newest first; and what somebody wants to be told. */
export function ActivityPanel({
  feed,
  tunnels,
}: {
  feed: readonly ActivityEntry[];
  tunnels: readonly Tunnel[];
}) {
  const byId = useMemo(() => new Map(tunnels.map((tunnel) => [tunnel.id, tunnel])), [tunnels]);
  return (
    <div className={styles.activity}>
      <NotificationSwitches />
      {feed.length === 0 ? (
        <EmptyState title="Nothing has happened yet">
          What becomes active, fails, stops by itself or is about to end appears here while this page is open.
        </EmptyState>
      ) : (
        <ol className={styles.feed} aria-label="Activity">
          {feed.map((telling) => (
            <Entry
              key={`${telling.kind} ${telling.atMs} ${telling.changes[0]?.tunnelId}`}
              telling={telling}
              byId={byId}
            />
          ))}
        </ol>
      )}
    </div>
  );
}

function Entry({ telling, byId }: { telling: ActivityEntry; byId: ReadonlyMap<string, Tunnel> }) {
  const { kind, count, changes, atMs } = telling;
  const [only] = changes;
  return (
    <li data-kind={kind}>
      <span className={styles.icon} aria-hidden="true">
        {SIGNS[kind]}
      </span>
      <div className={styles.text}>
        {only && count === 1 ? (
          <>
            <Link to={routePaths.tunnel(only.tunnelId)} dir="auto">
              {only.tunnelName}
            </Link>{' '}
            {only.text} <Again id={only.tunnelId} kind={kind} byId={byId} />
          </>
        ) : (
          <details>
            <summary>{activityText(telling)}</summary>
            <ul>
              {changes.map(({ tunnelId, tunnelName, text }) => (
                <li key={tunnelId}>
                  <Link to={routePaths.tunnel(tunnelId)} dir="auto">
                    {tunnelName}
                  </Link>{' '}
                  {text}
                </li>
              ))}
              {count > changes.length && <li>and {count - changes.length} more</li>}
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

/** The way on from what ends or has ended. */
function Again({ id, kind, byId }: { id: string; kind: ChangeKind; byId: ReadonlyMap<string, Tunnel> }) {
  const tunnel = byId.get(id);
  if (!tunnel || kind === 'active') return null;
  return <Link to={routePaths.duplicateTunnel(tunnel)}>Make it again</Link>;
}

const SIGNS: Readonly<Record<ChangeKind, string>> = { active: '●', failed: '▲', stopped: '■', ending: '◷' };
