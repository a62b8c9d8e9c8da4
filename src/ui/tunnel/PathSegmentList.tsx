import type { PathSegmentState, PathSegments } from '../../domain/tunnel/path.ts';
import styles from './PathSegmentList.module.css';

/** Says in words how each segment of a tunnel's path is, and why. Collapsed at first. */
export function PathSegmentList({ segments }: { segments: PathSegments }) {
  return (
    <details className={styles.segments}>
      <summary>How we know each segment’s state</summary>
      <ol>
        {segments.map(({ state, reason }, at) => (
          <li key={SEGMENT_LABELS[at]}>
            {SEGMENT_LABELS[at]}: <strong>{STATE_LABELS[state]}</strong>. {reason}
          </li>
        ))}
      </ol>
    </details>
  );
}

const SEGMENT_LABELS = [
  'Connecting program to initiator',
  'Initiator to Globus',
  'Globus to listener',
  'Listener to listening program',
];

const STATE_LABELS: Readonly<Record<PathSegmentState, string>> = {
  connected: 'connected',
  waiting: 'waiting',
  failed: 'failed',
  unknown: 'unknown',
  closed: 'closed',
};
