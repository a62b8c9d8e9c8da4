import type { ReactNode } from 'react';
import styles from './DialogButtons.module.css';

/** The buttons at the end of a dialog: cancel, then the main one. */
export function DialogButtons({
  action,
  onAction,
  isFinal = false,
  isBusy = false,
  isMainFirst = false,
  cancelLabel = 'Cancel',
  onCancel,
  children,
}: {
  /** The verb and its object on the main button: "Stop tunnel". Left out where the dialog only informs. */
  action?: string | undefined;
  /** What the main button does; without it, it submits the form around it. */
  onAction?: () => void;
  /** Whether the action cannot be undone. */
  isFinal?: boolean;
  /** Whether the action is under way: then both buttons wait. */
  isBusy?: boolean;
  /** Whether the keyboard starts at the main button, because it loses nothing. */
  isMainFirst?: boolean;
  cancelLabel?: string;
  onCancel: () => void;
  /** A main button of another kind, in place of `action`. */
  children?: ReactNode;
}) {
  return (
    <div className={styles.buttons} data-main-first={isMainFirst}>
      {isMainFirst && children}
      <button type="button" className="button" aria-disabled={isBusy} onClick={() => !isBusy && onCancel()}>
        {cancelLabel}
      </button>
      {action !== undefined && (
        <button
          type={onAction ? 'button' : 'submit'}
          className={isFinal ? `button ${styles.final}` : 'button primary'}
          aria-disabled={isBusy}
          onClick={(click) => {
            if (isBusy) click.preventDefault();
            else onAction?.();
          }}
        >
          {action}
        </button>
      )}
      {!isMainFirst && children}
    </div>
  );
}
