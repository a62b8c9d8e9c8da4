import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { Icon } from '../../ui/Icon.tsx';
import { lazyPart } from '../../ui/lazyPart.tsx';
import styles from './CommandPaletteButton.module.css';
import { addRecentPage } from './recentPages.ts';

const LazyCommandPalette = lazyPart(
  async () => (await import('./CommandPalette.tsx')).CommandPalette,
  'the search',
);

const SHORTCUT = /Mac|iP/.test(navigator.platform) ? '⌘ K' : 'Ctrl K';

/** The search box of every page. It, or Ctrl K or Cmd K anywhere, opens the command palette, whose code loads then. */
export function CommandPaletteButton() {
  const [isOpen, setOpen] = useState(false);
  const client = useQueryClient();
  const { pathname } = useLocation();
  useEffect(() => {
    // On the way out, when the page's title is complete.
    const save = () => addRecentPage(client, pathname, document.title);
    addEventListener('pagehide', save);
    return () => {
      removeEventListener('pagehide', save);
      save();
    };
  }, [client, pathname]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      if (event.altKey || event.shiftKey) return;
      event.preventDefault();
      // Not on top of another dialog: it asks a question, or shows something in progress.
      if (!document.querySelector('dialog:modal')) setOpen(true);
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <search className={styles.search}>
      <button
        type="button"
        className={styles.box}
        aria-keyshortcuts="Control+K Meta+K"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Icon name="search" />
        <span className={styles.label}>Search or paste an ID</span>
        <kbd className={styles.shortcut}>{SHORTCUT}</kbd>
      </button>
      {isOpen && (
        <Suspense>
          <LazyCommandPalette onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </search>
  );
}
