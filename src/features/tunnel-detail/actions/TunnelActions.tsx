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
  'The support bundle',
);

type Question = 'rename' | 'stop' | 'delete' | 'bundle';

/**
 * What one can do to a tunnel in its state. What is destructive asks once, and names what it hits. What is being
 * asked stands in the address (`?ask=stop`), so that a sign-in that a site demands comes back to the question.
 */
export function TunnelActions({
  pageData,
  onRenamed,
}: {
  pageData: TunnelPageData;
  onRenamed: (renaming: RenameResult) => void;
}) {
  const { tunnel } = pageData;
  const [query, setQuery] = useSearchParams();
  const question = query.get('ask');
  const ask = (next: Question | null) =>
    setQuery(
      (before) => {
        if (next) before.set('ask', next);
        else before.delete('ask');
        return before;
      },
      { replace: true },
    );
  const close = () => ask(null);
  const canBeDeleted = tunnelCan.delete(tunnel);
  return (
    <>
      {tunnelCan.rename(tunnel) && (
        <button type="button" className="button" onClick={() => ask('rename')}>
          Rename
        </button>
      )}
      {tunnelCan.stop(tunnel) && (
        <button type="button" className="button danger" onClick={() => ask('stop')}>
          Stop tunnel
        </button>
      )}
      {canBeDeleted && (
        <button type="button" className="button danger" onClick={() => ask('delete')}>
          Delete tunnel
        </button>
      )}
      <Menu label="More">
        <MenuItem to={routePaths.duplicateTunnel(tunnel)}>Duplicate</MenuItem>
        <MenuItem onSelect={() => ask('bundle')}>Support bundle</MenuItem>
        {!canBeDeleted && <MenuItem onSelect={() => ask('delete')}>Delete</MenuItem>}
      </Menu>
      {question === 'rename' && tunnelCan.rename(tunnel) && (
        <RenameDialog tunnel={tunnel} onRenamed={onRenamed} onClose={close} />
      )}
      {question === 'stop' && <StopDialog tunnel={tunnel} onClose={close} />}
      {question === 'delete' && <DeleteDialog tunnel={tunnel} onClose={close} />}
      {/* It tells of the moment it is opened: not before everything has been read. */}
      {question === 'bundle' && !pageData.isLoading && (
        <Suspense>
          <BundleDialog pageData={pageData} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
