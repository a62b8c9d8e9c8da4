import { measureElement, observeWindowOffset, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useMemo } from 'react';
import type { FleetUrlState } from '../../../domain/fleet/urlState.ts';
import { useScrollAnchor } from './useScrollAnchor.ts';
import { ROW_HEIGHT_PX, type VisibleRows } from './visibleRows.ts';

// Functions for the virtualizer are made outside of the component: it keeps those it began with, and so the rows that
// they would have been made beside.

const keyAt = (keys: readonly string[]) => (index: number) => keys[index] ?? index;

const WINDOW = {
  estimateSize: () => ROW_HEIGHT_PX,
  overscan: 12,
  initialOffset: () => scrollY,
  // React draws this some time before it stands, and the page may be scrolled meanwhile.
  observeElementOffset: (instance, tell) => {
    const stop = observeWindowOffset(instance, tell);
    tell(scrollY, false);
    return stop;
  },
  // Only when the browser has laid it out by itself: asking a row that has just come costs a layout of its own.
  measureElement: (row, entry, instance) => {
    if (entry) return measureElement(row, entry, instance);
    const key = instance.options.getItemKey(instance.indexFromElement(row));
    return instance.itemSizeCache.get(key) ?? ROW_HEIGHT_PX;
  },
} satisfies Partial<Parameters<typeof useWindowVirtualizer<HTMLElement>>[0]>;

/**
 * Tells which rows are in sight while the page is scrolled; it draws nothing itself, so that the first rows can
 * stand before its code is here.
 */
export function RowVirtualizer({
  rows,
  view,
  head,
  body,
  onVisibleRowsChange,
}: {
  rows: readonly { key: string }[];
  view: FleetUrlState;
  /** What covers the rows that are scrolled away. */
  head: RefObject<HTMLElement | null>;
  /** What the rows stand in. */
  body: RefObject<HTMLElement | null>;
  onVisibleRowsChange: (sight: VisibleRows) => void;
}) {
  const virtual = useWindowVirtualizer<HTMLElement>({
    ...WINDOW,
    count: rows.length,
    getItemKey: useMemo(() => keyAt(rows.map(({ key }) => key)), [rows]),
    scrollMargin: body.current?.offsetTop ?? 0,
    initialRect: { width: innerWidth, height: innerHeight },
  });
  const inSight = virtual.getVirtualItems();
  const from = inSight[0]?.index ?? 0;
  const to = (inSight.at(-1)?.index ?? -1) + 1;
  const startPx = Math.max(0, (inSight[0]?.start ?? 0) - virtual.options.scrollMargin);
  const totalPx = virtual.getTotalSize();
  const measure = virtual.measureElement;
  useLayoutEffect(() => {
    // At once: the page must be long enough for what is read to be kept in its place.
    if (body.current) body.current.style.height = `${totalPx}px`;
    onVisibleRowsChange({ from, to, startPx, totalPx, measure });
  }, [onVisibleRowsChange, body, from, to, startPx, totalPx, measure]);
  useScrollAnchor(virtual, rows, view, head);
  return null;
}
