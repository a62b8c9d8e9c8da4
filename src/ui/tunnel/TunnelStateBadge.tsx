import { type TunnelState, tunnelStateLabel } from '../../domain/tunnel/state.ts';
import { StateShape } from './StateShape.tsx';
import styles from './TunnelStateBadge.module.css';

/** Shows a state as a shape, a label, and a color, so that it never depends on color alone. */
export function TunnelStateBadge({ tunnel }: { tunnel: { state: TunnelState; stateText: string } }) {
  return (
    <span className={styles.badge}>
      <StateShape state={tunnel.state} />
      <span className={styles.label}>{tunnelStateLabel(tunnel)}</span>
    </span>
  );
}
