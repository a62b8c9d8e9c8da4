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
 * Where to go: an id in any form, a tunnel, a page, a deed. A combobox whose list is always open (WAI-ARIA
 * Authoring Practices, "Combobox"): the focus stays in the text, the arrow keys move through the list.
 */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const [chosenAt, setChosenAt] = useState(0);
  const navigate = useNavigate();
  const entries = useEntries(typed);
  // The list may have become shorter since.
  const activeAt = Math.min(chosenAt, entries.length - 1);
  const active = entries[activeAt];
  const change = (text: string) => {
    setTyped(text);
    setChosenAt(0);
  };
  const choose = ({ to }: PaletteEntry) => {
    onClose();
    void navigate(to);
  };
  const onKeyDown = (press: KeyboardEvent) => {
    const move = MOVES[press.key];
    if (move !== undefined && entries.length > 0) {
      press.preventDefault();
      setChosenAt((activeAt + move + entries.length) % entries.length);
    } else if (press.key === 'Enter' && active && !press.nativeEvent.isComposing) {
      press.preventDefault();
      choose(active);
    }
  };
  // A field of one line would swallow the line breaks of a pasted mail, and glue an id to the word before it.
  const onPaste = (paste: ClipboardEvent<HTMLInputElement>) => {
    const text = paste.clipboardData.getData('text');
    if (!/[\r\n]/.test(text)) return;
    paste.preventDefault();
    const ids = findIds(text);
    change(ids.length > 0 ? ids.join(' ') : text.replace(/\s+/g, ' '));
  };
  return (
    <Dialog title="Search or go to" onClose={onClose}>
      <div className={styles.field}>
        <input
          autoFocus
          type="text"
          role="combobox"
          aria-label="An id, a name or a page"
          aria-expanded="true"
          aria-controls="palette-list"
          aria-autocomplete="list"
          aria-activedescendant={active ? optionId(active) : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder="A name, an id, or a whole mail"
          value={typed}
          onChange={({ target }) => change(target.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        {/* A phone has no Escape. */}
        <button type="button" className="button plain" onClick={onClose}>
          Close
        </button>
      </div>
      <div id="palette-list" role="listbox" aria-label="Places" className={styles.list}>
        {entries.map((entry, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's
          <div
            key={entry.to}
            id={optionId(entry)}
            ref={entry === active ? scrollIntoViewRef : null}
            role="option"
            aria-selected={entry === active}
            className={styles.option}
            onPointerMove={() => setChosenAt(at)}
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
        {entries.length} to choose from
      </p>
    </Dialog>
  );
}

const MOVES: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

function useEntries(typed: string): PaletteEntry[] {
  const client = useQueryClient();
  const { pathname } = useLocation();
  const [recent] = useState(() => readRecentPages().filter(({ to }) => to !== pathname));
  return useMemo(() => {
    const tunnels = client.getQueryData(tunnelQueries.list().queryKey)?.tunnels ?? [];
    const here = resourceAt(pathname)?.id ?? '';
    const isTunnel = client.getQueryData(tunnelQueries.detail(here).queryKey) !== undefined;
    return paletteEntries(typed, { tunnels, recent, currentTunnelId: isTunnel ? here : null });
  }, [client, pathname, recent, typed]);
}

function optionId({ to }: PaletteEntry): string {
  return `palette-${encodeURIComponent(to)}`;
}
