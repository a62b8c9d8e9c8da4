import { useMemo } from 'react';
import type { ActivityEntry } from '../../../domain/fleet/activity.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { EmptyState } from '../../../ui/notices/EmptyState.tsx';
import { ActivityItem } from './ActivityItem.tsx';
import styles from './ActivityPanel.module.css';
import { NotificationSwitches } from './NotificationSwitches.tsx';

/** Lists what has changed while the page was open, newest first, beside the notification settings. */
export function ActivityPanel({
  activity,
  tunnels,
}: {
  activity: readonly ActivityEntry[];
  tunnels: readonly Tunnel[];
}) {
  const byId = useMemo(() => new Map(tunnels.map((tunnel) => [tunnel.id, tunnel])), [tunnels]);
  return (
    <div className={styles.panel}>
      <NotificationSwitches />
      {activity.length === 0 ? (
        <EmptyState title="No activity yet">
          While this page is open, you’ll see tunnels that become active, fail, stop unexpectedly, or expire
          soon.
        </EmptyState>
      ) : (
        <ol className={styles.list} aria-label="Activity">
          {activity.map((entry) => (
            <ActivityItem
              key={`${entry.kind} ${entry.atMs} ${entry.changes[0]?.tunnelId}`}
              entry={entry}
              tunnelOf={(id) => byId.get(id)}
            />
          ))}
        </ol>
      )}
    </div>
  );
}
