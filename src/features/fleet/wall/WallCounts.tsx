import { countByState } from '../../../domain/fleet/counts.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { TunnelStateBadge } from '../../../ui/tunnel/TunnelStateBadge.tsx';
import styles from './WallCounts.module.css';

/** Shows how many tunnels are in each state, large enough to read across a room. */
export function WallCounts({ tunnels }: { tunnels: readonly Tunnel[] }) {
  return (
    <ul className={styles.counts}>
      {countByState(tunnels).map(({ state, count }) => (
        <li key={state}>
          <span className={styles.number}>{count}</span>
          <TunnelStateBadge tunnel={{ state, stateText: 'Other' }} />
        </li>
      ))}
    </ul>
  );
}
