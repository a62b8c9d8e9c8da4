import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { Icon } from '../../ui/Icon.tsx';
import { lazyPart } from '../../ui/lazyPart.tsx';
import styles from './CommandPaletteButton.module.css';
import { addRecentPage } from './recentPages.ts';

const Palette = lazyPart(async () => (await import('./CommandPalette.tsx')).CommandPalette, 'the search');

const KEY = /Mac|iP/.test(navigator.platform) ? '⌘ K' : 'Ctrl K';

/** The search box of every page. Pressing it, or Ctrl or Cmd K anywhere, opens the palette, whose code comes then. */
export function CommandPaletteButton() {
  const [isOpen, setOpen] = useState(false);
  const client = useQueryClient();
  const { pathname } = useLocation();
  useEffect(() => {
    // When a page is left its title is still there.
    const keep = () => addRecentPage(client, pathname, document.title);
    addEventListener('pagehide', keep);
    return () => {
      removeEventListener('pagehide', keep);
      keep();
    };
  }, [client, pathname]);
  useEffect(() => {
    const openOnKey = (press: KeyboardEvent) => {
      if (press.key.toLowerCase() !== 'k' || !(press.ctrlKey || press.metaKey)) return;
      if (press.altKey || press.shiftKey) return;
      press.preventDefault();
      // Not past a question, or past something that is going on and must not become invisible.
      if (!document.querySelector('dialog:modal')) setOpen(true);
    };
    addEventListener('keydown', openOnKey);
    return () => removeEventListener('keydown', openOnKey);
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
        <span className={styles.label}>Search or paste an id</span>
        <kbd className={styles.shortcut}>{KEY}</kbd>
      </button>
      {isOpen && (
        <Suspense>
          <Palette onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </search>
  );
}
