/** A row of the table in CSS pixels; on a narrow screen, where it is a card, it is measured. */
export const ROW_HEIGHT_PX = 37;

/** Which rows of a long table are in the document, and where. */
export interface VisibleRows {
  from: number;
  /** Not included. */
  to: number;
  /** Where the first of them begins below the first of all, in CSS pixels. */
  startPx: number;
  /** How high all rows together are, in CSS pixels. */
  totalPx: number;
  /** To be called with each row in the document, which carries its number in `data-index`. */
  measure: (row: HTMLElement) => void;
}

/** What stands above the rows at the least, in CSS pixels: the page's head and the list's tools. */
const ABOVE_PX = 310;

/** The first rows, as many as a window shows that is not scrolled. */
export function initialVisibleRows(count: number): VisibleRows {
  return {
    from: 0,
    to: Math.ceil(Math.max(0, innerHeight - ABOVE_PX) / ROW_HEIGHT_PX),
    startPx: 0,
    totalPx: count * ROW_HEIGHT_PX,
    measure: () => {},
  };
}
