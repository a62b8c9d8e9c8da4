import type { Virtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef } from 'react';
import { scrollAnchorShiftPx } from '../../../domain/fleet/scrollAnchor.ts';
import type { FleetUrlState } from '../../../domain/fleet/urlState.ts';

/**
 * Keeps the rows being read under the eye when a refresh moves them: the browser cannot, since rows that are not in
 * sight are not in the document. Another view is somebody's wish and moves them.
 *
 * @param head what covers the rows above
 */
export function useScrollAnchor(
  virtual: Virtualizer<Window, HTMLElement>,
  rows: readonly { key: string }[],
  view: FleetUrlState,
  head: React.RefObject<HTMLElement | null>,
): void {
  const before = useRef({ rows, view, placed: virtual.getVirtualItems() });
  useLayoutEffect(() => {
    const last = before.current;
    before.current = { rows, view, placed: virtual.getVirtualItems() };
    if (last.rows === rows || last.view !== view || virtual.isScrolling) return;
    const indexes = new Map(rows.map(({ key }, index) => [key, index]));
    const shift = scrollAnchorShiftPx(
      last.placed,
      scrollY + (head.current?.getBoundingClientRect().bottom ?? 0),
      scrollY + innerHeight,
      (key) => virtual.measurementsCache[indexes.get(String(key)) ?? -1]?.start,
    );
    if (shift !== 0) scrollBy({ top: shift, behavior: 'instant' });
  });
}
