import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import * as v from 'valibot';
import { tabStorage } from '../../../browser/storage.ts';
import { idsBetween } from '../../../domain/fleet/rangeSelection.ts';

/** The selected tunnels, by ID. They stay selected through refreshes and filters, and when they are out of view. */
export interface Selection {
  ids: ReadonlySet<string>;
  /** Selects or deselects one tunnel or, for a range, every tunnel from the last one toggled to this one. */
  toggle: (id: string, isRange: boolean) => void;
  replace: (ids: Iterable<string>) => void;
}

/**
 * Holds the selected tunnels.
 *
 * @param rows the rows of the table, tunnels and group headings, in their order: ranges follow it
 */
export function useSelection(rows: readonly { key: string; tunnel?: { id: string } }[]): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(storedSelection);
  useEffect(() => tabStorage.remove(STORAGE_NAME), []);
  const lastToggled = useRef<string | null>(null);
  const shownRows = useRef(rows);
  // Not during the render, which React may discard: ranges follow the rows on the page.
  useLayoutEffect(() => {
    shownRows.current = rows;
  }, [rows]);
  const toggle = useCallback((id: string, isRange: boolean) => {
    const order = () => shownRows.current.flatMap(({ tunnel }) => tunnel?.id ?? []);
    const range = isRange ? idsBetween(order(), lastToggled.current, id) : [id];
    lastToggled.current = id;
    setIds((before) => {
      const after = new Set(before);
      for (const each of range) {
        if (before.has(id)) after.delete(each);
        else after.add(each);
      }
      return after;
    });
  }, []);
  const replace = useCallback((next: Iterable<string>) => setIds(new Set(next)), []);
  return { ids, toggle, replace };
}

const STORAGE_NAME = 'selection';

const StoredSelection = v.fallback(v.array(v.string()), []);

/** Returns the selection from before a sign-in. */
function storedSelection(): ReadonlySet<string> {
  return new Set(v.parse(StoredSelection, tabStorage.read(STORAGE_NAME)));
}

/**
 * Stores the tunnels that a bulk action didn't reach, while its report is open: the report may ask for a sign-in, and
 * they are selected again afterwards.
 */
export function usePersistSelection(remaining: readonly { id: string }[] | null): void {
  useEffect(() => {
    if (!remaining || remaining.length === 0) return;
    tabStorage.write(
      STORAGE_NAME,
      remaining.map(({ id }) => id),
    );
    return () => tabStorage.remove(STORAGE_NAME);
  }, [remaining]);
}
