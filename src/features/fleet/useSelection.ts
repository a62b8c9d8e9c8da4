import { useCallback, useRef, useState } from 'react';
import type { Tunnel } from '../../domain/tunnel.ts';

/** The tunnels somebody chose, by id: it outlives refreshes, filters and what a row does. */
export interface Selection {
  ids: ReadonlySet<string>;
  /** Chooses or gives up one tunnel; a range: everything from the one touched before to this one. */
  toggle: (id: string, isRange: boolean) => void;
  replace: (ids: Iterable<string>) => void;
}

/** @param shown the rows in their order, for ranges */
export function useSelection(shown: readonly Tunnel[]): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const touched = useRef<string | null>(null);
  const order = useRef(shown);
  order.current = shown;
  const toggle = useCallback((id: string, isRange: boolean) => {
    const range = isRange ? between(order.current, touched.current, id) : [id];
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

function between(rows: readonly Tunnel[], fromId: string | null, toId: string): string[] {
  const from = rows.findIndex(({ id }) => id === fromId);
  const to = rows.findIndex(({ id }) => id === toId);
  if (from < 0 || to < 0) return [toId];
  return rows.slice(Math.min(from, to), Math.max(from, to) + 1).map(({ id }) => id);
}
