import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { tunnelMutations } from '../../../api/tunnels/tunnelMutations.ts';
import { routePaths } from '../../../config/routePaths.ts';
import { tunnelCan } from '../../../domain/tunnel/state.ts';
import { type Tunnel, tunnelName } from '../../../domain/tunnel/tunnel.ts';
import { ConfirmDialog } from '../../../ui/dialogs/ConfirmDialog.tsx';
import { Dialog } from '../../../ui/dialogs/Dialog.tsx';
import { DialogButtons } from '../../../ui/dialogs/DialogButtons.tsx';

/** Confirms that a tunnel is to be deleted. Offers to stop it first, because Globus deletes only stopped tunnels. */
export function DeleteDialog({ tunnel, onClose }: { tunnel: Tunnel; onClose: () => void }) {
  const navigate = useNavigate();
  const stop = useMutation(tunnelMutations.stop());
  const remove = useMutation(tunnelMutations.delete());
  const name = <strong dir="auto">{tunnelName(tunnel)}</strong>;
  if (!tunnelCan.delete(tunnel)) {
    if (!tunnelCan.stop(tunnel) && !stop.isPending) {
      return (
        <Dialog title="This tunnel is stopping" onClose={onClose}>
          <p role="status">You can delete this tunnel once it has stopped.</p>
          <DialogButtons cancelLabel="Close" onCancel={onClose} />
        </Dialog>
      );
    }
    return (
      <ConfirmDialog
        title="Stop this tunnel first?"
        action="Stop tunnel"
        isPending={stop.isPending}
        error={stop.error}
        onConfirm={() => stop.mutate(tunnel.id)}
        onClose={onClose}
      >
        <p>
          Globus deletes only stopped tunnels. Stopping closes every connection through {name}, and you can’t
          restart it. You’ll confirm the deletion next.
        </p>
      </ConfirmDialog>
    );
  }
  return (
    <ConfirmDialog
      title="Delete this tunnel?"
      action="Delete tunnel"
      isPending={remove.isPending}
      error={remove.error}
      onConfirm={() =>
        remove.mutate(tunnel.id, { onSuccess: () => navigate(routePaths.fleet, { replace: true }) })
      }
      onClose={onClose}
    >
      <p>This deletes {name} and its events for everyone. You can’t undo this.</p>
    </ConfirmDialog>
  );
}
