import { type ReactNode, useState } from 'react';
import { ProblemNotice } from '../notices/ProblemNotice.tsx';
import { Dialog } from './Dialog.tsx';
import { DialogButtons } from './DialogButtons.tsx';

/**
 * Asks for confirmation before something that cannot be undone. Once confirmed, it stays open until the action has
 * succeeded, or shows why it failed: closing it wouldn't stop the action, and a failure would go unseen.
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
  // `isPending` follows a moment after the press; until then, `error` is still that of the attempt before.
  const [confirmed, setConfirmed] = useState<{ error: unknown } | null>(null);
  if (confirmed && (isPending || error !== confirmed.error)) setConfirmed(null);
  const isBusy = isPending || confirmed !== null;
  const close = () => !isBusy && onClose();
  const confirm = () => {
    setConfirmed({ error });
    onConfirm();
  };
  return (
    <Dialog title={title} onClose={close}>
      <div className="stack">{children}</div>
      {error != null && <ProblemNotice error={error} />}
      <DialogButtons isFinal isBusy={isBusy} action={action} onAction={confirm} onCancel={close} />
    </Dialog>
  );
}
