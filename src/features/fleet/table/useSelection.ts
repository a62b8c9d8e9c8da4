import { useCallback, useEffect, useRef, useState } from 'react';
import { tabStorage } from '../../../browser/storage.ts';
import { idsBetween } from '../../../domain/fleet/rangeSelection.ts';

/** The tunnels somebody chose, by id: it outlives refreshes, filters and what a row does. */
export interface Selection {
  ids: ReadonlySet<string>;
  /** Chooses or gives up one tunnel; a range: everything from the one touched before to this one. */
  toggle: (id: string, isRange: boolean) => void;
  replace: (ids: Iterable<string>) => void;
}

/** @param rows what stands in the table, tunnels and headings, in its order: for ranges */
export function useSelection(rows: readonly { key: string; tunnel?: { id: string } }[]): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(keptSelection);
  useEffect(() => tabStorage.remove(KEPT), []);
  const touched = useRef<string | null>(null);
  const order = useRef(rows);
  order.current = rows;
  const toggle = useCallback((id: string, isRange: boolean) => {
    const shown = () => order.current.flatMap(({ tunnel }) => tunnel?.id ?? []);
    const range = isRange ? idsBetween(shown(), touched.current, id) : [id];
    touched.current = id;
    setIds((before) => {
      const after = new Set(before);
      for (const each of range) {
        if (before.has(id)) after.delete(each);
        else after.add(each);
      }
      return after;
    });
  }, []);
  const replace = useCallback((chosen: Iterable<string>) => setIds(new Set(chosen)), []);
  return { ids, toggle, replace };
}

const KEPT = 'selection';

/** What a sign-in left over. */
function keptSelection(): ReadonlySet<string> {
  const kept = tabStorage.read(KEPT);
  return new Set(Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : []);
}

/** While a report stands that may ask for a sign-in, what is left over outlives the way there and back. */
export function usePersistSelection(left: readonly { id: string }[] | null): void {
  useEffect(() => {
    if (!left || left.length === 0) return;
    tabStorage.write(
      KEPT,
      left.map(({ id }) => id),
    );
    return () => tabStorage.remove(KEPT);
  }, [left]);
}
