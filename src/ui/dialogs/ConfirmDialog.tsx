import { type ReactNode, useState } from 'react';
import { ProblemNotice } from '../notices/ProblemNotice.tsx';
import styles from './Dialog.module.css';
import { Dialog } from './Dialog.tsx';

/**
 * Asks once before something that cannot be taken back. Once confirmed it stays open until that is done, or, with the
 * reason, when it fails: leaving would take nothing back, and the failure would be told to nobody.
 */
export function ConfirmDialog({
  title,
  children,
  action,
  isPending,
  error,
  onConfirm,
  onClose,
}: {
  title: string;
  children: ReactNode;
  /** The verb and its object, as on the button: "Stop tunnel". */
  action: string;
  isPending: boolean;
  error: unknown;
  onConfirm: () => void;
  onClose: () => void;
}) {
  // It is told a moment later that what was confirmed is under way: until then the error is the one of before.
  const [confirmed, setConfirmed] = useState<{ error: unknown } | null>(null);
  if (confirmed && (isPending || error !== confirmed.error)) setConfirmed(null);
  const isUnderWay = isPending || confirmed !== null;
  const leave = () => !isUnderWay && onClose();
  const confirm = () => {
    if (isUnderWay) return;
    setConfirmed({ error });
    onConfirm();
  };
  return (
    <Dialog title={title} onClose={leave}>
      <div className="stack">{children}</div>
      {error != null && <ProblemNotice error={error} />}
      <div className={styles.buttons}>
        <button type="button" className="button" aria-disabled={isUnderWay} onClick={leave}>
          Cancel
        </button>
        <button
          type="button"
          className="button danger"
          data-final
          aria-disabled={isUnderWay}
          onClick={confirm}
        >
          {action}
        </button>
      </div>
    </Dialog>
  );
}
