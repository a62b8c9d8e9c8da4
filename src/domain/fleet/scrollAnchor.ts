/** The position of a row, in CSS pixels from the top of the page. */
export interface RowPosition {
  key: string | number | bigint;
  start: number;
  end: number;
}

/**
 * Returns how far the visible rows moved because rows were added, removed or reordered, so that the page can scroll by
 * as much. This is the median of their movements, so a single row that moved far doesn't count.
 *
 * @param before the earlier positions of the rows in and around the viewport
 * @param fromPx the top of the viewport, from the top of the page
 * @param toPx the bottom of the viewport
 * @param startNow returns where a row begins now, or undefined if it was removed
 * @returns CSS pixels, positive downwards; 0 while the start of the list is visible, where new rows should appear
 */
export function scrollAnchorShiftPx(
  before: readonly (RowPosition & { index: number })[],
  fromPx: number,
  toPx: number,
  startNow: (key: RowPosition['key']) => number | undefined,
): number {
  const visible = before.filter(({ start, end }) => end > fromPx && start < toPx);
  if (visible[0]?.index === 0) return 0;
  const shifts = visible.flatMap(({ key, start }) => {
    const nowPx = startNow(key);
    return nowPx === undefined ? [] : [nowPx - start];
  });
  shifts.sort((one, other) => one - other);
  return shifts[Math.floor(shifts.length / 2)] ?? 0;
}
