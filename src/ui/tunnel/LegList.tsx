import type { PathSegmentState, PathSegments } from '../../domain/tunnel/path.ts';
import styles from './LegList.module.css';

/** What the picture of a tunnel's path shows, in words, and how each part is known. */
export function LegList({ legs }: { legs: PathSegments }) {
  return (
    <details className={styles.legs}>
      <summary>How each part is known</summary>
      <ol>
        {legs.map(({ state, reason }, at) => (
          <li key={STRETCHES[at]}>
            {STRETCHES[at]}: <strong>{WORDS[state]}</strong>. {reason}
          </li>
        ))}
      </ol>
    </details>
  );
}

const STRETCHES = [
  'Initiating application to initiator',
  'Initiator to Globus',
  'Globus to listener',
  'Listener to listening application',
];

const WORDS: Readonly<Record<PathSegmentState, string>> = {
  'known-good': 'known good',
  waiting: 'waiting',
  failed: 'failed',
  unknown: 'not known',
  closed: 'closed',
};
