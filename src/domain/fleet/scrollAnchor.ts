/** A row as it stands on the page, CSS pixels from the page's top. */
export interface RowPosition {
  key: string | number | bigint;
  start: number;
  end: number;
}

/**
 * How far what is being read was moved by rows that came, went or moved elsewhere: the median of what happened to the
 * rows in sight, so that one of them that went to another place says nothing about the others.
 *
 * @param before the rows around the eye as they stood
 * @param fromPx where what can be seen begins, from the page's top
 * @param toPx where it ends
 * @param startNow where a row begins now; undefined for one that is gone
 * @returns CSS pixels, downwards; 0 when the list's beginning is in sight, where what is new is to be seen
 */
export function scrollAnchorShiftPx(
  before: readonly (RowPosition & { index: number })[],
  fromPx: number,
  toPx: number,
  startNow: (key: RowPosition['key']) => number | undefined,
): number {
  const inSight = before.filter(({ start, end }) => end > fromPx && start < toPx);
  if (inSight[0]?.index === 0) return 0;
  const shifts = inSight.flatMap(({ key, start }) => {
    const nowPx = startNow(key);
    return nowPx === undefined ? [] : [nowPx - start];
  });
  shifts.sort((one, other) => one - other);
  return shifts[Math.floor(shifts.length / 2)] ?? 0;
}
