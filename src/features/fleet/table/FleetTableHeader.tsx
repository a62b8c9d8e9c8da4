import { Suspense } from 'react';
import { columnTitle } from '../../../domain/fleet/columns.ts';
import type { FleetUrlState } from '../../../domain/fleet/urlState.ts';
import { lazyPart } from '../../../ui/lazyPart.tsx';
import styles from './FleetTable.module.css';

const ColumnEdge = lazyPart(async () => (await import('./ColumnResizer.tsx')).ColumnResizer, null);

/** The heading of the table: each column's name sorts by it, once more the other way round; its edge resizes it. */
export function FleetTableHeader({
  ref,
  hasPainted,
  view: { columns, sort },
  onChange,
  selectionState,
  onSelectAll,
}: {
  ref: React.Ref<HTMLDivElement>;
  /** Whether the rows are there: what they do not need comes after them. */
  hasPainted: boolean;
  view: FleetUrlState;
  onChange: (change: Partial<FleetUrlState>) => void;
  /** How much of what matches is selected. */
  selectionState: 'none' | 'some' | 'all';
  onSelectAll: (choose: boolean) => void;
}) {
  return (
    <div role="rowgroup" ref={ref} className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.row}>
        <span role="columnheader" className={styles.check}>
          <input
            type="checkbox"
            aria-label="Select all that match"
            checked={selectionState === 'all'}
            ref={(box) => {
              if (box) box.indeterminate = selectionState === 'some';
            }}
            onChange={({ target }) => onSelectAll(target.checked)}
          />
        </span>
        {columns.map((chosenColumn) => {
          const { column } = chosenColumn;
          const isSorted = sort.column === column;
          const direction = sort.descending ? 'descending' : 'ascending';
          return (
            <span
              key={column}
              role="columnheader"
              // Without the name of its edge.
              aria-label={columnTitle(column)}
              data-column={column}
              aria-sort={isSorted ? direction : undefined}
            >
              <button
                type="button"
                className={styles.sort}
                onClick={() => onChange({ sort: { column, descending: isSorted && !sort.descending } })}
              >
                {columnTitle(column)}
                {isSorted && <span aria-hidden="true">{sort.descending ? ' ↓' : ' ↑'}</span>}
              </button>
              {hasPainted && (
                <Suspense>
                  <ColumnEdge
                    chosen={chosenColumn}
                    onResize={(resized) =>
                      onChange({ columns: columns.map((one) => (one.column === column ? resized : one)) })
                    }
                  />
                </Suspense>
              )}
            </span>
          );
        })}
      </div>
    </div>
  );
}
