import { useQueryClient } from '@tanstack/react-query';
import { type ClipboardEvent, type KeyboardEvent, useMemo, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { tunnelQueries } from '../../api/tunnels/tunnels.ts';
import { resourceAt } from '../../config/routePaths.ts';
import { findIds } from '../../domain/text/id.ts';
import { Dialog } from '../../ui/dialogs/Dialog.tsx';
import { scrollIntoViewRef } from '../../ui/scrollIntoViewRef.ts';
import styles from './CommandPalette.module.css';
import { type PaletteEntry, paletteEntries } from './paletteEntries.ts';
import { readRecentPages } from './recentPages.ts';

/**
 * Finds an ID in any form, a tunnel, a page or an action, and goes there. A combobox whose list is always open (WAI-ARIA
 * Authoring Practices, "Combobox"): the focus stays in the text field, and the arrow keys move through the list.
 */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const [query, setQuery] = useState('');
  const [selectedIndex, setSelectedIndex] = useState(0);
  const navigate = useNavigate();
  const entries = useEntries(query);
  // The list may have become shorter.
  const activeIndex = Math.min(selectedIndex, entries.length - 1);
  const active = entries[activeIndex];
  const change = (text: string) => {
    setQuery(text);
    setSelectedIndex(0);
  };
  const choose = ({ to }: PaletteEntry) => {
    onClose();
    void navigate(to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    if (move !== undefined && entries.length > 0) {
      event.preventDefault();
      setSelectedIndex((activeIndex + move + entries.length) % entries.length);
    } else if (event.key === 'Enter' && active && !event.nativeEvent.isComposing) {
      event.preventDefault();
      choose(active);
    }
  };
  // A single-line field drops the line breaks of a pasted email, which would join an ID to the word before it.
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData('text');
    if (!/[\r\n]/.test(text)) return;
    event.preventDefault();
    const ids = findIds(text);
    change(ids.length > 0 ? ids.join(' ') : text.replace(/\s+/g, ' '));
  };
  return (
    <Dialog title="Search" onClose={onClose}>
      <div className={styles.field}>
        <input
          autoFocus
          type="text"
          role="combobox"
          aria-label="Search tunnels, access points, and pages"
          aria-expanded="true"
          aria-controls="palette-list"
          aria-autocomplete="list"
          aria-activedescendant={active ? optionId(active) : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder="Search, or paste an ID or an entire email"
          value={query}
          onChange={({ target }) => change(target.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        {/* For phones, which have no Escape key. */}
        <button type="button" className="button plain" onClick={onClose}>
          Close
        </button>
      </div>
      <div id="palette-list" role="listbox" aria-label="Results" className={styles.list}>
        {entries.map((entry, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox handles the keys
          <div
            key={entry.to}
            id={optionId(entry)}
            ref={entry === active ? scrollIntoViewRef : null}
            role="option"
            aria-selected={entry === active}
            className={styles.option}
            onPointerMove={() => setSelectedIndex(index)}
            onClick={() => choose(entry)}
          >
            <span className={styles.title} dir="auto">
              {entry.title}
            </span>
            <span className={styles.group}>{entry.group}</span>
          </div>
        ))}
      </div>
      <p className="visually-hidden" role="status">
        {entries.length === 1 ? '1 result' : `${entries.length} results`}
      </p>
    </Dialog>
  );
}

const MOVES: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

function useEntries(query: string): PaletteEntry[] {
  const client = useQueryClient();
  const { pathname } = useLocation();
  const [recent] = useState(() => readRecentPages().filter(({ to }) => to !== pathname));
  return useMemo(() => {
    const tunnels = client.getQueryData(tunnelQueries.list().queryKey)?.tunnels ?? [];
    const id = resourceAt(pathname)?.id ?? '';
    const isTunnel = client.getQueryData(tunnelQueries.detail(id).queryKey) !== undefined;
    return paletteEntries(query, { tunnels, recent, currentTunnelId: isTunnel ? id : null });
  }, [client, pathname, recent, query]);
}

function optionId({ to }: PaletteEntry): string {
  return `palette-${encodeURIComponent(to)}`;
}
