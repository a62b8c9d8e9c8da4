import { Suspense } from 'react';
import { columnTitle } from '../../../domain/fleet/columns.ts';
import type { FleetUrlState } from '../../../domain/fleet/urlState.ts';
import { lazyPart } from '../../../ui/lazyPart.tsx';
import styles from './FleetTableHeader.module.css';
import { GridRow } from './GridRow.tsx';
import { TextButton } from './TextButton.tsx';

const ColumnResizer = lazyPart(async () => (await import('./ColumnResizer.tsx')).ColumnResizer, null);

/** The heading of the table. The name of a column sorts by it, or reverses the order; its edge resizes the column. */
export function FleetTableHeader({
  ref,
  hasPainted,
  view: { columns, sort },
  onChange,
  selectionState,
  onSelectAll,
}: {
  ref: React.Ref<HTMLDivElement>;
  /** Whether the first rows are on the page, so that code they don't need can be fetched. */
  hasPainted: boolean;
  view: FleetUrlState;
  onChange: (change: Partial<FleetUrlState>) => void;
  /** How many of the matching tunnels are selected. */
  selectionState: 'none' | 'some' | 'all';
  onSelectAll: (isSelected: boolean) => void;
}) {
  return (
    <div role="rowgroup" ref={ref} className={styles.header}>
      <GridRow aria-rowindex={1}>
        <span role="columnheader" className={styles.check}>
          <input
            type="checkbox"
            aria-label="Select all matching"
            checked={selectionState === 'all'}
            ref={(box) => {
              if (box) box.indeterminate = selectionState === 'some';
            }}
            onChange={({ target }) => onSelectAll(target.checked)}
          />
        </span>
        {columns.map((setting) => {
          const { column } = setting;
          const isSorted = sort.column === column;
          const direction = sort.descending ? 'descending' : 'ascending';
          return (
            <span
              key={column}
              role="columnheader"
              // Without the name of the handle inside.
              aria-label={columnTitle(column)}
              data-column={column}
              aria-sort={isSorted ? direction : undefined}
            >
              <TextButton
                onClick={() => onChange({ sort: { column, descending: isSorted && !sort.descending } })}
              >
                {columnTitle(column)}
                {isSorted && <span aria-hidden="true">{sort.descending ? ' ↓' : ' ↑'}</span>}
              </TextButton>
              {hasPainted && (
                <Suspense>
                  <ColumnResizer
                    setting={setting}
                    onResize={(resized) =>
                      onChange({ columns: columns.map((one) => (one.column === column ? resized : one)) })
                    }
                  />
                </Suspense>
              )}
            </span>
          );
        })}
      </GridRow>
    </div>
  );
}
