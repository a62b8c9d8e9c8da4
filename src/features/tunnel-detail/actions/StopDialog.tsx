import { useMutation } from '@tanstack/react-query';
import { tunnelMutations } from '../../../api/tunnels/tunnelMutations.ts';
import { tunnelCan, tunnelStateLabel } from '../../../domain/tunnel/state.ts';
import { type Tunnel, tunnelName } from '../../../domain/tunnel/tunnel.ts';
import { ConfirmDialog } from '../../../ui/dialogs/ConfirmDialog.tsx';
import { Dialog } from '../../../ui/dialogs/Dialog.tsx';

/** Asks before a tunnel is stopped; when it stopped in the meantime, says so and asks nothing. */
export function StopDialog({ tunnel, onClose }: { tunnel: Tunnel; onClose: () => void }) {
  const stop = useMutation(tunnelMutations.stop());
  if (!tunnelCan.stop(tunnel) && (stop.isIdle || stop.isError)) {
    return (
      <Dialog title="There is nothing to stop any more" onClose={onClose}>
        <p>
          The state is now “{tunnelStateLabel(tunnel)}”: somebody else stopped it, or its lifetime is over.
        </p>
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <button type="button" className="button primary" onClick={onClose}>
            Close
          </button>
        </div>
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
        <strong dir="auto">{tunnelName(tunnel)}</strong> closes, and so does every connection through it. It
        cannot be started again; you can make a new one.
      </p>
    </ConfirmDialog>
  );
}
