import type { Outcome } from '../../../domain/tunnel/outcome.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { OutcomeBadge } from '../../../ui/tunnel/OutcomeBadge.tsx';
import styles from './OutcomeCell.module.css';

/** Shows what has become of a tunnel. If it needs attention, the reason is there in full on hover and focus. */
export function OutcomeCell({ tunnel, outcome }: { tunnel: Tunnel; outcome: Outcome }) {
  const badge = <OutcomeBadge tunnel={tunnel} outcome={outcome} />;
  const { severity, reason } = outcome;
  if (severity === 'quiet' || reason === null) return badge;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard has to reach a reason that is cut off.
    <span className={styles.cell} tabIndex={0}>
      {badge}{' '}
      <span className={styles.reason} dir="auto">
        {reason}
      </span>
    </span>
  );
}
