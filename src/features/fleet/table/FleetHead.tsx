import { Suspense } from 'react';
import { columnTitle } from '../../../domain/fleet/columns.ts';
import type { FleetView } from '../../../domain/fleet/urlState.ts';
import { latePart } from '../../../ui/lazyPart.tsx';
import styles from './FleetTable.module.css';

const ColumnEdge = latePart(async () => (await import('./ColumnEdge.tsx')).ColumnEdge, null);

/** The heading of the table: each column's name sorts by it, once more the other way round; its edge resizes it. */
export function FleetHead({
  ref,
  isDrawn,
  view: { columns, sort },
  onChange,
  chosen,
  onChooseAll,
}: {
  ref: React.Ref<HTMLDivElement>;
  /** Whether the rows are there: what they do not need comes after them. */
  isDrawn: boolean;
  view: FleetView;
  onChange: (change: Partial<FleetView>) => void;
  /** How much of what matches is selected. */
  chosen: 'none' | 'some' | 'all';
  onChooseAll: (choose: boolean) => void;
}) {
  return (
    <div role="rowgroup" ref={ref} className={styles.head}>
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
              {isDrawn && (
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
