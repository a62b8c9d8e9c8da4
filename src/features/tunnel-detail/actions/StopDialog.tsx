import { useMutation } from '@tanstack/react-query';
import { ApiError } from '../../../api/http/errors.ts';
import { mayBeStopping, tunnelMutations } from '../../../api/tunnels/tunnelMutations.ts';
import { tunnelCan, tunnelStateLabel } from '../../../domain/tunnel/state.ts';
import { type Tunnel, tunnelName } from '../../../domain/tunnel/tunnel.ts';
import { ConfirmDialog } from '../../../ui/dialogs/ConfirmDialog.tsx';
import { Dialog } from '../../../ui/dialogs/Dialog.tsx';
import { DialogButtons } from '../../../ui/dialogs/DialogButtons.tsx';

/** Confirms that a tunnel is to be stopped, or says that it has stopped in the meantime. */
export function StopDialog({ tunnel, onClose }: { tunnel: Tunnel; onClose: () => void }) {
  const stop = useMutation(tunnelMutations.stop());
  if (!tunnelCan.stop(tunnel) && (stop.isIdle || stop.isError)) {
    return (
      <Dialog title="This tunnel no longer needs stopping" onClose={onClose}>
        <p>
          Its state is now “{tunnelStateLabel(tunnel)}”.{' '}
          {stop.error instanceof ApiError && mayBeStopping(stop.error)
            ? 'Globus received your request to stop it, although its response was lost.'
            : 'It was already stopped, or its lifetime ended.'}
        </p>
        <DialogButtons cancelLabel="Close" onCancel={onClose} />
      </Dialog>
    );
  }
  return (
    <ConfirmDialog
      title="Stop this tunnel?"
      action="Stop tunnel"
      isPending={stop.isPending}
      error={stop.error}
      onConfirm={() => stop.mutate(tunnel.id, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>
        This closes every connection through <strong dir="auto">{tunnelName(tunnel)}</strong>. You can’t
        restart a stopped tunnel, but you can recreate it.
      </p>
    </ConfirmDialog>
  );
}
