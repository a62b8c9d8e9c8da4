import { type ReactNode, type SyntheticEvent, useId, useLayoutEffect, useRef } from 'react';
import styles from './Dialog.module.css';

/**
 * A modal dialog, built on the browser's `<dialog>`: the focus stays inside, Escape asks to close it, and afterwards the
 * focus returns to where it was. Mount it to open it, and unmount it to close it.
 */
export function Dialog({
  title,
  onClose,
  children,
}: {
  title: string;
  /** Called when Escape is pressed; the dialog closes only when it is unmounted. */
  onClose: () => void;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // In a layout effect, because a dialog returns the focus only if it closes while it is still in the document.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  const onCancel = (event: SyntheticEvent) => {
    event.preventDefault();
    onClose();
  };
  // Some browsers close it anyway when Escape is pressed a second time.
  const onClosed = ({ currentTarget }: SyntheticEvent<HTMLDialogElement>) => {
    if (!currentTarget.isConnected || currentTarget.open) return;
    currentTarget.showModal();
    onClose();
  };
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={titleId}
      onCancel={onCancel}
      onClose={onClosed}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>
  );
}
