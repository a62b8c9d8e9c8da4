import { type Outcome, outcomeText } from '../../domain/tunnel/outcome.ts';
import type { TunnelState } from '../../domain/tunnel/state.ts';
import styles from './OutcomeBadge.module.css';
import { StateShape } from './StateShape.tsx';

/** Shows what has become of a tunnel as a shape, a label and a color, so that it never depends on color alone. */
export function OutcomeBadge({
  tunnel,
  outcome,
}: {
  tunnel: { state: TunnelState; stateText: string };
  outcome: Outcome;
}) {
  return (
    <span className={styles.badge} data-severity={outcome.severity}>
      <StateShape state={tunnel.state} severity={outcome.severity} />
      <span className={styles.label}>{outcomeText(tunnel, outcome)}</span>
    </span>
  );
}
