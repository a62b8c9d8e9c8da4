import type { Virtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef } from 'react';
import { scrollAnchorShiftPx } from '../../../../domain/fleet/scrollAnchor.ts';
import type { FleetUrlState } from '../../../../domain/fleet/urlState.ts';

/**
 * Keeps the visible rows in place when a refresh adds or removes rows above them. The browser's own scroll anchoring
 * can't do this, because rows outside the window aren't in the document. A new filter or order moves them as usual.
 *
 * @param head the sticky heading, which covers the rows that have scrolled away
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
