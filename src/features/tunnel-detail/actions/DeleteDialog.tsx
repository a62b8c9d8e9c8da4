import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { tunnelMutations } from '../../../api/tunnels/tunnelMutations.ts';
import { routePaths } from '../../../config/routePaths.ts';
import { tunnelCan } from '../../../domain/tunnel/state.ts';
import { type Tunnel, tunnelName } from '../../../domain/tunnel/tunnel.ts';
import { ConfirmDialog } from '../../../ui/dialogs/ConfirmDialog.tsx';
import { Dialog } from '../../../ui/dialogs/Dialog.tsx';

/** Asks before a tunnel is deleted. One that is not stopped is offered to be stopped first, then deleted. */
export function DeleteDialog({ tunnel, onClose }: { tunnel: Tunnel; onClose: () => void }) {
  const navigate = useNavigate();
  const stop = useMutation(tunnelMutations.stop());
  const remove = useMutation(tunnelMutations.delete());
  const name = <strong dir="auto">{tunnelName(tunnel)}</strong>;
  if (!tunnelCan.delete(tunnel)) {
    if (!tunnelCan.stop(tunnel) && !stop.isPending) {
      return (
        <Dialog title="It is being stopped" onClose={onClose}>
          <p role="status">You can delete it here as soon as Globus has stopped it.</p>
          <div className="row" style={{ justifyContent: 'flex-end' }}>
            <button type="button" className="button" onClick={onClose}>
              Close
            </button>
          </div>
        </Dialog>
      );
    }
    return (
      <ConfirmDialog
        title="Stop it first?"
        action="Stop tunnel first"
        isPending={stop.isPending}
        error={stop.error}
        onConfirm={() => stop.mutate(tunnel.id)}
        onClose={onClose}
      >
        <p>
          Globus deletes only tunnels that are stopped. Stopping closes every connection through {name}, and
          it cannot be started again. Then you are asked whether to delete it.
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
      <p>{name} and its events are deleted for everybody who sees it. This cannot be undone.</p>
    </ConfirmDialog>
  );
}
