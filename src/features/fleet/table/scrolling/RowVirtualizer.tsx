import { measureElement, observeWindowOffset, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useMemo, useState } from 'react';
import type { FleetUrlState } from '../../../../domain/fleet/urlState.ts';
import { useRowLayoutChanges } from './useRowLayoutChanges.ts';
import { useScrollAnchor } from './useScrollAnchor.ts';
import { measureRowHeightPx, type VisibleRows } from './visibleRows.ts';

// The functions for the virtualizer are made outside the component: it holds on to some of them, and a function made
// inside would keep the rows of its render in memory.

const keyAt = (keys: readonly string[]) => (index: number) => keys[index] ?? index;

const sizeOf = (estimate: { px: number }) => () => estimate.px;

const WINDOW_OPTIONS = {
  overscan: 12,
  initialOffset: () => scrollY,
  // The page may have been scrolled between the render and the moment this starts to observe.
  observeElementOffset: (instance, onOffset) => {
    const stop = observeWindowOffset(instance, onOffset);
    onOffset(scrollY, false);
    return stop;
  },
  // Only with an entry of the ResizeObserver, which the browser has laid out anyway: reading the height of a new row
  // would force a layout.
  measureElement: (row, entry, instance) => {
    if (entry) return measureElement(row, entry, instance);
    const index = instance.indexFromElement(row);
    return (
      instance.itemSizeCache.get(instance.options.getItemKey(index)) ?? instance.options.estimateSize(index)
    );
  },
} satisfies Partial<Parameters<typeof useWindowVirtualizer<HTMLElement>>[0]>;

/**
 * Works out which rows are visible while the page scrolls. It renders nothing itself, so that the first rows can be
 * shown before its code has loaded.
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
  /** The sticky heading, which covers the rows that have scrolled away. */
  head: RefObject<HTMLElement | null>;
  /** The element that holds the rows. */
  body: RefObject<HTMLElement | null>;
  onVisibleRowsChange: (rows: VisibleRows) => void;
}) {
  const [estimate] = useState(() => ({ px: measureRowHeightPx(body.current) }));
  const virtual = useWindowVirtualizer<HTMLElement>({
    ...WINDOW_OPTIONS,
    count: rows.length,
    estimateSize: useMemo(() => sizeOf(estimate), [estimate]),
    getItemKey: useMemo(() => keyAt(rows.map(({ key }) => key)), [rows]),
    scrollMargin: body.current?.offsetTop ?? 0,
    initialRect: { width: innerWidth, height: innerHeight },
  });
  const visible = virtual.getVirtualItems();
  const from = visible[0]?.index ?? 0;
  const to = (visible.at(-1)?.index ?? -1) + 1;
  const startPx = Math.max(0, (visible[0]?.start ?? 0) - virtual.options.scrollMargin);
  const height = `${virtual.getTotalSize()}px`;
  const measure = virtual.measureElement;
  useLayoutEffect(() => {
    // Without waiting for the next render: the scroll anchor below needs a page that is long enough.
    if (body.current) body.current.style.height = height;
    onVisibleRowsChange({ from, to, startPx, height, measure });
  }, [onVisibleRowsChange, body, from, to, startPx, height, measure]);
  useScrollAnchor(virtual, rows, view, head);
  useRowLayoutChanges(virtual, estimate, head, body);
  return null;
}
