/** Which rows of a long table are in the document, and where. */
export interface VisibleRows {
  from: number;
  /** Not included. */
  to: number;
  /** How far below the start of the table body the first of them begins, in CSS pixels. */
  startPx: number;
  /** The height of all rows together, as a CSS length. */
  height: string;
  /** Must be called with each row in the document, which has its index in `data-index`. */
  measure: (row: HTMLElement) => void;
}

/** At most this much of the window is free for rows, in CSS pixels: the page's heading and toolbar need the rest. */
const ABOVE_ROWS_PX = 310;

/** No row is lower than this, in CSS pixels. Only for how many rows can fit into the window. */
const MIN_ROW_HEIGHT_PX = 37;

/** Returns the first rows, as many as can fit into a window that hasn't been scrolled. */
export function initialVisibleRows(count: number): VisibleRows {
  return {
    from: 0,
    to: Math.ceil(Math.max(0, innerHeight - ABOVE_ROWS_PX) / MIN_ROW_HEIGHT_PX),
    startPx: 0,
    // In the style sheet's own terms (GridRow.module.css), until rows can be measured.
    height: `calc(${count} * (var(--row) + 1px))`,
    measure: () => {},
  };
}

/** Returns the rows that are in the document. */
export function rowElements(body: HTMLElement | null): HTMLElement[] {
  return [...(body?.querySelectorAll<HTMLElement>('[data-index]') ?? [])];
}

/** Returns the usual height of a row, in CSS pixels: the median, because cards on narrow pages differ in height. */
export function measureRowHeightPx(body: HTMLElement | null): number {
  const heights = rowElements(body).map(rowHeightPx);
  heights.sort((one, other) => one - other);
  return heights[Math.floor(heights.length / 2)] ?? MIN_ROW_HEIGHT_PX;
}

/** Returns the height of one row in whole CSS pixels, as the virtualizer measures it. */
export const rowHeightPx = (row: HTMLElement) => Math.round(row.getBoundingClientRect().height);
