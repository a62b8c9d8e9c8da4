import { countByState } from '../../../domain/fleet/counts.ts';
import type { FleetGroup } from '../../../domain/fleet/groups.ts';
import { TunnelStateBadge } from '../../../ui/tunnel/TunnelStateBadge.tsx';
import styles from './FleetTable.module.css';

/** The heading of a group: what its tunnels have in common, how many they are, and in which states. */
export function GroupRow({
  row: { group, isOpen },
  index,
  onCollapsedChange,
}: {
  row: { group: FleetGroup; isOpen: boolean };
  index: number;
  onCollapsedChange: (groupKey: string, isFolded: boolean) => void;
}) {
  return (
    <div role="row" aria-rowindex={index + 2} data-index={index} className={styles.group}>
      <span role="rowheader">
        <button type="button" aria-expanded={isOpen} onClick={() => onCollapsedChange(group.key, isOpen)}>
          <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span> <bdi>{group.title}</bdi>{' '}
          <span className="muted">{group.tunnels.length}</span>
        </button>
      </span>
      <span role="cell" className={styles.stateCounts}>
        {countByState(group.tunnels).map(({ state, count }) => (
          <span key={state}>
            <TunnelStateBadge tunnel={{ state, stateText: 'Other' }} /> {count}
          </span>
        ))}
      </span>
    </div>
  );
}
