import { Dialog } from '../../../ui/dialogs/Dialog.tsx';
import { DialogButtons } from '../../../ui/dialogs/DialogButtons.tsx';

/** Asks before a change to the draft stops the request that is on its way for it. */
export function StopCreatingDialog({
  action,
  onConfirm,
  onClose,
}: {
  /** What the button does: "Stop and start over". */
  action: string;
  onConfirm: () => void;
  onClose: () => void;
}) {
  return (
    <Dialog title="Stop creating this tunnel?" onClose={onClose}>
      <p>
        Globus hasn’t responded yet, so the tunnel may still be created. If you don’t need it, check your list
        of tunnels and stop it there.
      </p>
      <DialogButtons cancelLabel={action} onCancel={onConfirm} action="Keep waiting" onAction={onClose} />
    </Dialog>
  );
}
