import { type TunnelState, tunnelStateLabel } from '../../domain/tunnel/state.ts';
import styles from './TunnelStateBadge.module.css';

/** Shows a state as a shape, a label, and a color, so that it never depends on color alone. */
export function TunnelStateBadge({ tunnel }: { tunnel: { state: TunnelState; stateText: string } }) {
  return (
    <span className={styles.badge} data-state={tunnel.state}>
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        {SHAPES[tunnel.state]}
      </svg>
      <span className={styles.label}>{tunnelStateLabel(tunnel)}</span>
    </span>
  );
}

const ring = { cx: 7, cy: 7, r: 5, fill: 'none', stroke: 'currentColor', strokeWidth: 2 } as const;

const SHAPES = {
  UNINITIALIZED: <circle {...ring} />,
  AWAITING_LISTENER: <path d="M3 1.5h8v1.6L8 7l3 3.9v1.6H3v-1.6L6 7 3 3.1z" fill="currentColor" />,
  ACTIVE: <circle cx="7" cy="7" r="6" fill="currentColor" />,
  STOPPING: (
    <>
      <circle {...ring} />
      <path d="M7 2a5 5 0 0 0 0 10z" fill="currentColor" />
    </>
  ),
  STOPPED: <rect x="2" y="2" width="10" height="10" rx="1" fill="currentColor" />,
  unknown: <circle {...ring} strokeDasharray="2.2 2" />,
} as const satisfies Record<TunnelState, unknown>;
