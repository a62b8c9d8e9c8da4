import { durationText } from '../../../domain/text/time.ts';
import { useNow } from '../../../ui/text/useNow.ts';
import { BulkDialogFooter } from './BulkDialogFooter.tsx';
import styles from './BulkProgressView.module.css';
import type { BulkProgress } from './bulkRun.ts';

/** Shows how far an action on many tunnels is, and whether Globus makes it wait. */
export function BulkProgressView({
  progress: { phase, finished, total, pausedUntilMs },
  onCancel,
}: {
  progress: BulkProgress;
  onCancel: () => void;
}) {
  const leftMs = pausedUntilMs - useNow();
  const progressText = `${finished.toLocaleString('en')} of ${total.toLocaleString('en')}`;
  return (
    <>
      <progress className={styles.progress} value={finished} max={total} aria-label={phase} />
      <p role="status">{leftMs > 0 ? `${progressText}, paused` : progressText}</p>
      {/* Outside the status, which screen readers would announce every second. */}
      {leftMs > 0 && (
        <p className="muted">
          Globus asked to slow down. Resuming in {durationText(Math.max(1000, leftMs))}.
        </p>
      )}
      <BulkDialogFooter>
        <button type="button" className="button" onClick={onCancel}>
          Cancel remaining
        </button>
      </BulkDialogFooter>
    </>
  );
}
