import { useEffect, useMemo, useState } from 'react';
import { frozenOrder } from '../../../domain/fleet/frozenOrder.ts';
import type { FleetUrlState } from '../../../domain/fleet/urlState.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';

/** Whoever rests over the table for so long is looking elsewhere, and wants the list as it is. */
const REST_MS = 60_000;

/**
 * Keeps the rows in their places while somebody points at them or moves through them with keys, so that nothing
 * jumps away from under the pointer. Another view is somebody's wish and is shown at once.
 *
 * @param rows the tunnels as they should stand
 * @param all every tunnel there is
 * @returns the rows to show, whether they are held back from a change, and the handlers that notice a hand
 */
export function useFrozenOrder(rows: Tunnel[], all: readonly Tunnel[], view: FleetUrlState) {
  const [touchedAtMs, setTouchedAt] = useState<number | null>(null);
  const [held, setHeld] = useState<{ view: FleetUrlState; ids: string[] } | null>(null);
  const isTouched = touchedAtMs !== null;
  if (isTouched && held?.view !== view) setHeld({ view, ids: rows.map(({ id }) => id) });
  if (!isTouched && held) setHeld(null);
  const displayedRows = useMemo(() => (held ? frozenOrder(held.ids, all) : rows), [held, all, rows]);
  const isOutdated = useMemo(
    () =>
      displayedRows !== rows &&
      (displayedRows.length !== rows.length || displayedRows.some((tunnel, at) => tunnel !== rows[at])),
    [displayedRows, rows],
  );
  useEffect(() => {
    if (touchedAtMs === null) return;
    const timer = setTimeout(() => setTouchedAt(null), REST_MS);
    return () => clearTimeout(timer);
  }, [touchedAtMs]);
  // To the second: every move of the pointer would render the table anew.
  const touch = () => setTouchedAt(Math.floor(Date.now() / 1000));
  const interactionHandlers = {
    onPointerMove: touch,
    onPointerLeave: () => setTouchedAt(null),
    onKeyDown: touch,
  };
  return { displayedRows, isOutdated, interactionHandlers };
}
