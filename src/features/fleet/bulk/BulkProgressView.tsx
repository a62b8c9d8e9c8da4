import { durationText } from '../../../domain/text/time.ts';
import { useNow } from '../../../ui/text/useNow.ts';
import styles from './BulkBar.module.css';
import type { BulkProgress } from './bulkRun.ts';

/** How far a run is, and whether Globus makes it wait. */
export function BulkProgressView({
  progress: { phase, finished, total, pausedUntilMs },
  onCancel,
}: {
  progress: BulkProgress;
  onCancel: () => void;
}) {
  const leftMs = pausedUntilMs - useNow();
  return (
    <>
      <progress className={styles.progress} value={finished} max={total} aria-label={phase} />
      <p role="status">
        {finished} of {total}
        {leftMs > 0 && ', paused'}
      </p>
      {/* Apart from what is read out, which would be read out every second. */}
      {leftMs > 0 && (
        <p className="muted">
          Globus asks to wait {durationText(Math.max(1000, leftMs))}. It goes on by itself then.
        </p>
      )}
      <div className={styles.buttons}>
        <button type="button" className="button" onClick={onCancel}>
          Cancel the rest
        </button>
      </div>
    </>
  );
}
