import { Suspense, useRef } from 'react';
import { Link, useSearchParams } from 'react-router';
import { routePaths } from '../../../config/routePaths.ts';
import { tunnelCan } from '../../../domain/tunnel/state.ts';
import { lazyPart } from '../../../ui/lazyPart.tsx';
import type { TunnelPageData } from '../tunnelPageData.ts';
import { DeleteDialog } from './DeleteDialog.tsx';
import { RenameDialog } from './RenameDialog.tsx';
import type { RenameResult } from './RenameNotice.tsx';
import { StopDialog } from './StopDialog.tsx';
import styles from './TunnelActions.module.css';

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
  const menu = useRef<HTMLDivElement>(null);
  const choose = (next: Question) => {
    // Before the dialog opens: it gives the focus back to where it found it, and that must not be in the menu.
    menu.current?.hidePopover();
    ask(next);
  };
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
      <button type="button" className={`button ${styles.more}`} popoverTarget="tunnel-actions">
        More
      </button>
      <div ref={menu} id="tunnel-actions" popover="auto" className={`menu ${styles.menu}`}>
        <Link className="button plain" to={routePaths.duplicateTunnel(tunnel)}>
          Duplicate
        </Link>
        <button type="button" className="button plain" onClick={() => choose('bundle')}>
          Support bundle
        </button>
        {!canBeDeleted && (
          <button type="button" className="button plain" onClick={() => choose('delete')}>
            Delete
          </button>
        )}
      </div>
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
