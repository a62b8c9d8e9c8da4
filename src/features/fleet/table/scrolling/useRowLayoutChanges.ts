import type { Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect } from 'react';
import { measureRowHeightPx, rowElements, rowHeightPx } from './visibleRows.ts';

/** A rotation or a dragged window edge is a series of resize events; after this long without one it has ended. */
const SETTLED_AFTER_MS = 250;

/**
 * Measures all rows again when their layout changes, for example when a device is rotated: rows outside the window
 * have no elements, so their heights are known only from the layout before. Keeps the topmost visible row in place.
 *
 * @param estimate the height of rows that haven't been measured, which this updates
 * @param head the heading of the table: its size changes whenever the layout of the rows does
 */
export function useRowLayoutChanges(
  virtual: Virtualizer<Window, HTMLElement>,
  estimate: { px: number },
  head: RefObject<HTMLElement | null>,
  body: RefObject<HTMLElement | null>,
): void {
  useEffect(() => {
    const [heading, rows] = [head.current, body.current];
    if (!heading || !rows) return;
    let coveredPx = coveredHeightPx(heading);
    let scrolledTo = topRow(virtual, coveredPx);
    let top: TopRow | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onScroll = () => {
      scrolledTo = topRow(virtual, coveredPx);
    };
    // From the last scroll event: when this event comes, a render may already have read positions of the new layout.
    const onResize = () => {
      top ??= scrolledTo;
      clearTimeout(timer);
      timer = setTimeout(() => {
        top = null;
      }, SETTLED_AFTER_MS);
    };
    let isFirstReport = true;
    const observer = new ResizeObserver(() => {
      if (!isFirstReport) {
        const row = top ?? scrolledTo;
        coveredPx = coveredHeightPx(heading);
        estimate.px = measureRowHeightPx(rows);
        remeasure(virtual, rows);
        scrollToRow(virtual, row, coveredPx);
      }
      isFirstReport = false;
    });
    observer.observe(heading);
    addEventListener('scroll', onScroll, { passive: true });
    addEventListener('resize', onResize, true);
    return () => {
      observer.disconnect();
      clearTimeout(timer);
      removeEventListener('scroll', onScroll);
      removeEventListener('resize', onResize, true);
    };
  }, [virtual, estimate, head, body]);
}

/** The first row that isn't covered, and how far below the covered part it begins. */
interface TopRow {
  index: number;
  belowPx: number;
}

function topRow(virtual: Virtualizer<Window, HTMLElement>, coveredPx: number): TopRow | null {
  const fromPx = (virtual.scrollOffset ?? 0) + coveredPx;
  // Heights are fractions of pixels: a row of which one pixel shows is not the one that people read.
  const row = virtual.getVirtualItems().find(({ end }) => end > fromPx + 1);
  return row ? { index: row.index, belowPx: row.start - fromPx } : null;
}

/** Returns how much of the window a sticky heading covers, in CSS pixels. */
function coveredHeightPx(heading: HTMLElement): number {
  const { position, top } = getComputedStyle(heading);
  return position === 'sticky' ? Number.parseFloat(top) + heading.offsetHeight : 0;
}

function remeasure(virtual: Virtualizer<Window, HTMLElement>, body: HTMLElement): void {
  virtual.setOptions({ ...virtual.options, scrollMargin: body.offsetTop });
  virtual.measure();
  // Applies the new estimate to every row; without it, a resized row would only move the rows after it.
  virtual.getTotalSize();
  for (const row of rowElements(body)) virtual.resizeItem(virtual.indexFromElement(row), rowHeightPx(row));
  // Before the next render: the page must be long enough to scroll.
  body.style.height = `${virtual.getTotalSize()}px`;
}

function scrollToRow(virtual: Virtualizer<Window, HTMLElement>, row: TopRow | null, coveredPx: number): void {
  // At the start of the list, the heading of the page stays in view.
  if (!row || row.index === 0) return;
  const startPx = virtual.measurementsCache[row.index]?.start;
  if (startPx !== undefined) scrollTo({ top: startPx - coveredPx - row.belowPx, behavior: 'instant' });
}
