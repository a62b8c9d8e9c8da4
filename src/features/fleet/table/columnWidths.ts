import type { CSSProperties } from 'react';
import {
  areDefaultColumns,
  type ColumnSetting,
  DEFAULT_COLUMNS,
  type FleetColumn,
} from '../../../domain/fleet/columns.ts';

/** How much wider than the others a column is by itself. */
const SHARES: Readonly<Partial<Record<FleetColumn, number>>> = {
  label: 1.5,
  state: 1.3,
  ends: 1.5,
  status: 2,
};

/** The variable of the table's style that holds a column's width. */
export const columnWidthVariable = (column: FleetColumn) => `--width-${column}`;

/** As wide as wished, as long as the table has the room. */
export const columnWidthValue = (px: number) => `minmax(0, ${px}px)`;

/**
 * The style of the table: the widths that were chosen, and, for other columns than the usual ones, which the style
 * sheet fits to the page, the grid they stand in.
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
