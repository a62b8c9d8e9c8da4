import { Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { routePaths } from '../../../config/routePaths.ts';
import { tunnelCan } from '../../../domain/tunnel/state.ts';
import { lazyPart } from '../../../ui/lazyPart.tsx';
import { Menu } from '../../../ui/menus/Menu.tsx';
import { MenuItem } from '../../../ui/menus/MenuItem.tsx';
import type { TunnelPageData } from '../tunnelPageData.ts';
import { DeleteDialog } from './DeleteDialog.tsx';
import { RenameDialog } from './RenameDialog.tsx';
import type { RenameResult } from './RenameNotice.tsx';
import { StopDialog } from './StopDialog.tsx';

const BundleDialog = lazyPart(
  async () => (await import('./BundleDialog.tsx')).BundleDialog,
  'the support bundle',
);

type DialogName = 'rename' | 'stop' | 'delete' | 'bundle';

/**
 * Offers the actions that the tunnel's state allows. The name of the open dialog is in the address (`?ask=stop`), so
 * that a sign-in that a site requires returns to it.
 */
export function TunnelActions({
  pageData,
  onRenamed,
}: {
  pageData: TunnelPageData;
  onRenamed: (result: RenameResult) => void;
}) {
  const { tunnel } = pageData;
  const [query, setQuery] = useSearchParams();
  const dialog = query.get('ask');
  const open = (next: DialogName | null) =>
    setQuery(
      (params) => {
        if (next) params.set('ask', next);
        else params.delete('ask');
        return params;
      },
      { replace: true },
    );
  const close = () => open(null);
  const canBeDeleted = tunnelCan.delete(tunnel);
  return (
    <>
      {tunnelCan.rename(tunnel) && (
        <button type="button" className="button" onClick={() => open('rename')}>
          Rename
        </button>
      )}
      {tunnelCan.stop(tunnel) && (
        <button type="button" className="button danger" onClick={() => open('stop')}>
          Stop tunnel
        </button>
      )}
      {canBeDeleted && (
        <button type="button" className="button danger" onClick={() => open('delete')}>
          Delete tunnel
        </button>
      )}
      <Menu label="More">
        <MenuItem to={routePaths.duplicateTunnel(tunnel)}>Duplicate tunnel</MenuItem>
        <MenuItem onSelect={() => open('bundle')}>Create support bundle</MenuItem>
        {!canBeDeleted && <MenuItem onSelect={() => open('delete')}>Delete tunnel</MenuItem>}
      </Menu>
      {dialog === 'rename' && tunnelCan.rename(tunnel) && (
        <RenameDialog tunnel={tunnel} onRenamed={onRenamed} onClose={close} />
      )}
      {dialog === 'stop' && <StopDialog tunnel={tunnel} onClose={close} />}
      {dialog === 'delete' && <DeleteDialog tunnel={tunnel} onClose={close} />}
      {/* A bundle is a snapshot of the moment it opens, so it waits until everything has loaded. */}
      {dialog === 'bundle' && !pageData.isLoading && (
        <Suspense>
          <BundleDialog pageData={pageData} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
