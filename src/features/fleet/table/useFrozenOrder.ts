import { useEffect, useMemo, useState } from 'react';
import { frozenOrder } from '../../../domain/fleet/frozenOrder.ts';
import type { FleetUrlState } from '../../../domain/fleet/urlState.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';

/** Without pointer or key input for this long, the order is released, even with the pointer over the table. */
const RELEASE_AFTER_MS = 60_000;

/** How precisely the last interaction is known: every change of it renders the table again. */
const INTERACTION_STEP_MS = 1000;

/**
 * Keeps the rows in order while someone points at them or moves through them by keyboard, so that a refresh moves
 * nothing away from under the pointer. A new filter, order or grouping shows at once.
 *
 * @param rows the tunnels in their current order
 * @param all every tunnel in the list, whether it matches or not
 * @returns the rows to show, whether they differ from `rows`, and the handlers that detect interaction
 */
export function useFrozenOrder(rows: Tunnel[], all: readonly Tunnel[], view: FleetUrlState) {
  const [lastInteractionMs, setLastInteraction] = useState<number | null>(null);
  const [frozen, setFrozen] = useState<{ view: FleetUrlState; ids: string[] } | null>(null);
  const isInUse = lastInteractionMs !== null;
  if (isInUse && frozen?.view !== view) setFrozen({ view, ids: rows.map(({ id }) => id) });
  if (!isInUse && frozen) setFrozen(null);
  const displayedRows = useMemo(() => (frozen ? frozenOrder(frozen.ids, all) : rows), [frozen, all, rows]);
  const isOutdated = useMemo(
    () =>
      displayedRows !== rows &&
      (displayedRows.length !== rows.length || displayedRows.some((tunnel, at) => tunnel !== rows[at])),
    [displayedRows, rows],
  );
  useEffect(() => {
    if (lastInteractionMs === null) return;
    const timer = setTimeout(
      () => setLastInteraction(null),
      lastInteractionMs + RELEASE_AFTER_MS - Date.now(),
    );
    return () => clearTimeout(timer);
  }, [lastInteractionMs]);
  const interactionHandlers = useMemo(() => {
    const onInteraction = () =>
      setLastInteraction(Math.floor(Date.now() / INTERACTION_STEP_MS) * INTERACTION_STEP_MS);
    return {
      onPointerMove: onInteraction,
      onPointerLeave: () => setLastInteraction(null),
      onKeyDown: onInteraction,
    };
  }, []);
  return { displayedRows, isOutdated, interactionHandlers };
}
