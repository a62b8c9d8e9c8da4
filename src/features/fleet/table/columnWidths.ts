import type { CSSProperties } from 'react';
import {
  areDefaultColumns,
  type ColumnSetting,
  DEFAULT_COLUMNS,
  type FleetColumn,
} from '../../../domain/fleet/columns.ts';

/** The share of the free width that a column takes, for those that need more than one share. */
const SHARES: Readonly<Partial<Record<FleetColumn, number>>> = {
  label: 1.5,
  state: 1.3,
  ends: 1.5,
  status: 2,
};

/** Returns the name of the CSS variable, on the table, that holds a column's width. */
export const columnWidthVariable = (column: FleetColumn) => `--width-${column}`;

/** Returns a width for the CSS variable: as wide as chosen, but narrower where the table has no room. */
export const columnWidthValue = (px: number) => `minmax(0, ${px}px)`;

/**
 * Returns the table's inline style: the chosen widths and, for chosen columns, the grid they form. The style sheet has
 * the grid of the default columns, which it adapts to the width of the page.
 */
export function columnWidthStyles(columns: readonly ColumnSetting[]): CSSProperties | undefined {
  if (columns === DEFAULT_COLUMNS) return undefined;
  const style: Record<string, string> = {};
  for (const { column, widthPx } of columns) {
    if (widthPx !== null) style[columnWidthVariable(column)] = columnWidthValue(widthPx);
  }
  if (!areDefaultColumns(columns)) {
    const tracks = columns.map(
      ({ column }) => `var(${columnWidthVariable(column)}, minmax(0, ${SHARES[column] ?? 1}fr))`,
    );
    style['--columns'] = `18px ${tracks.join(' ')}`;
  }
  return style;
}
