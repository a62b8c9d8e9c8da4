import { useMutation } from '@tanstack/react-query';
import { useNavigate, useSearchParams } from 'react-router';
import { tunnelMutations } from '../../api/tunnels.ts';
import { routePaths } from '../../config/routePaths.ts';
import { type Tunnel, tunnelName } from '../../domain/tunnel.ts';
import { tunnelCan } from '../../domain/tunnelState.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { RenameDialog } from './RenameDialog.tsx';

/**
 * What one can do to a tunnel in its state. What is destructive asks once, and names what it hits. What is being
 * asked stands in the address (`?ask=stop`), so that a sign-in that a site demands comes back to the question.
 */
export function TunnelActions({ tunnel }: { tunnel: Tunnel }) {
  const [query, setQuery] = useSearchParams();
  const open = query.get('ask');
  const setOpen = (ask: 'rename' | 'stop' | 'delete' | null) =>
    setQuery(
      (before) => {
        if (ask) before.set('ask', ask);
        else before.delete('ask');
        return before;
      },
      { replace: true },
    );
  const navigate = useNavigate();
  const stop = useMutation(tunnelMutations.stop());
  const remove = useMutation(tunnelMutations.remove());
  const close = () => {
    setOpen(null);
    stop.reset();
    remove.reset();
  };
  return (
    <>
      {tunnelCan.rename(tunnel) && (
        <button type="button" className="button" onClick={() => setOpen('rename')}>
          Rename
        </button>
      )}
      {tunnelCan.stop(tunnel) && (
        <button type="button" className="button danger" onClick={() => setOpen('stop')}>
          Stop tunnel
        </button>
      )}
      {tunnelCan.delete(tunnel) && (
        <button type="button" className="button danger" onClick={() => setOpen('delete')}>
          Delete tunnel
        </button>
      )}
      {open === 'rename' && tunnelCan.rename(tunnel) && <RenameDialog tunnel={tunnel} onClose={close} />}
      {open === 'stop' && tunnelCan.stop(tunnel) && (
        <ConfirmDialog
          title="Stop this tunnel?"
          action="Stop tunnel"
          isPending={stop.isPending}
          error={stop.error}
          onConfirm={() => stop.mutate(tunnel.id, { onSuccess: close })}
          onClose={close}
        >
          <p>
            <strong dir="auto">{tunnelName(tunnel)}</strong> closes, and so does every connection through it.
            It cannot be started again; you can make a new one.
          </p>
        </ConfirmDialog>
      )}
      {open === 'delete' && tunnelCan.delete(tunnel) && (
        <ConfirmDialog
          title="Delete this tunnel?"
          action="Delete tunnel"
          isPending={remove.isPending}
          error={remove.error}
          onConfirm={() =>
            remove.mutate(tunnel.id, { onSuccess: () => navigate(routePaths.fleet, { replace: true }) })
          }
          onClose={close}
        >
          <p>
            <strong dir="auto">{tunnelName(tunnel)}</strong> and its events go away for everybody who sees it.
            This cannot be undone.
          </p>
        </ConfirmDialog>
      )}
    </>
  );
}
