import type { CSSProperties } from 'react';
import { type ChosenColumn, columnTitle, type FleetSort, USUAL_COLUMNS } from '../../domain/fleetColumns.ts';
import styles from './FleetTable.module.css';

/** The heading of the table: each column's name sorts by it, once more the other way round. */
export function FleetHead({
  columns,
  sort,
  onSort,
  chosen,
  onChooseAll,
}: {
  columns: readonly ChosenColumn[];
  sort: FleetSort;
  onSort: (sort: FleetSort) => void;
  /** How much of what matches is selected. */
  chosen: 'none' | 'some' | 'all';
  onChooseAll: (choose: boolean) => void;
}) {
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.row}>
        <span role="columnheader" className={styles.check}>
          <input
            type="checkbox"
            aria-label="Select all that match"
            checked={chosen === 'all'}
            ref={(box) => {
              if (box) box.indeterminate = chosen === 'some';
            }}
            onChange={({ target }) => onChooseAll(target.checked)}
          />
        </span>
        {columns.map(({ column }) => {
          const isSorted = sort.column === column;
          const direction = sort.descending ? 'descending' : 'ascending';
          return (
            <span
              key={column}
              role="columnheader"
              data-column={column}
              aria-sort={isSorted ? direction : undefined}
            >
              <button
                type="button"
                className={styles.sort}
                onClick={() => onSort({ column, descending: isSorted && !sort.descending })}
              >
                {columnTitle(column)}
                {isSorted && <span aria-hidden="true">{sort.descending ? ' ↓' : ' ↑'}</span>}
              </button>
            </span>
          );
        })}
      </div>
    </div>
  );
}

/** The widths of the grid's columns, or undefined for the usual ones, which the style sheet fits to the page. */
export function columnWidths(columns: readonly ChosenColumn[]): CSSProperties | undefined {
  if (columns === USUAL_COLUMNS) return undefined;
  const widths = columns.map(({ column, widthPx }) =>
    widthPx === null ? `minmax(0, ${SHARES[column] ?? 1}fr)` : `minmax(0, ${widthPx}px)`,
  );
  return { '--columns': `18px ${widths.join(' ')}` } as CSSProperties;
}

/** How much wider than the others a column is by itself. */
const SHARES: Readonly<Record<string, number>> = { label: 1.5, state: 1.3, ends: 1.5, status: 2 };
