import type { ReactNode } from 'react';
import styles from './Dialog.module.css';
import { Dialog } from './Dialog.tsx';
import { ProblemNotice } from './ProblemNotice.tsx';

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
  const leave = () => !isPending && onClose();
  return (
    <Dialog title={title} onClose={leave}>
      <div className="stack">{children}</div>
      {error != null && <ProblemNotice error={error} />}
      <div className={styles.buttons}>
        <button type="button" className="button" aria-disabled={isPending} onClick={leave}>
          Cancel
        </button>
        <button
          type="button"
          className="button danger"
          data-final
          aria-disabled={isPending}
          onClick={() => !isPending && onConfirm()}
        >
          {action}
        </button>
      </div>
    </Dialog>
  );
}
