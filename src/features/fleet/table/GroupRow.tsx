import { countByState } from '../../../domain/fleet/counts.ts';
import type { FleetGroup } from '../../../domain/fleet/groups.ts';
import { TunnelStateBadge } from '../../../ui/tunnel/TunnelStateBadge.tsx';
import styles from './GroupRow.module.css';
import { TextButton } from './TextButton.tsx';

/** The heading of a group: what its tunnels have in common, how many there are, and how many in each state. */
export function GroupRow({
  row: { group, isOpen },
  index,
  onCollapsedChange,
}: {
  row: { group: FleetGroup; isOpen: boolean };
  index: number;
  onCollapsedChange: (groupKey: string, isCollapsed: boolean) => void;
}) {
  return (
    <div role="row" aria-rowindex={index + 2} data-index={index} className={styles.group}>
      <span role="rowheader" className={styles.title}>
        <TextButton aria-expanded={isOpen} onClick={() => onCollapsedChange(group.key, isOpen)}>
          <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span> <bdi>{group.title}</bdi>{' '}
          <span className="muted">{group.tunnels.length}</span>
        </TextButton>
      </span>
      <span role="cell" className={styles.counts}>
        {countByState(group.tunnels).map(({ state, count }) => (
          <span key={state}>
            <TunnelStateBadge tunnel={{ state, stateText: 'Other' }} /> {count}
          </span>
        ))}
      </span>
    </div>
  );
}
