import { Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { areDefaultColumns } from '../../../domain/fleet/columns.ts';
import type { FleetNames } from '../../../domain/fleet/names.ts';
import type { FleetOutcomes } from '../../../domain/fleet/outcomes.ts';
import type { FleetUrlState } from '../../../domain/fleet/urlState.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { lazyPart } from '../../../ui/lazyPart.tsx';
import { useHasPainted } from '../../../ui/useHasPainted.ts';
import { columnWidthStyles } from './columnWidths.ts';
import { FleetRow } from './FleetRow.tsx';
import styles from './FleetTable.module.css';
import { FleetTableHeader } from './FleetTableHeader.tsx';
import { GroupRow } from './GroupRow.tsx';
import { initialVisibleRows, rowElements } from './scrolling/visibleRows.ts';
import type { Selection } from './useSelection.ts';
import type { TableRow } from './useTableRows.ts';

const RowVirtualizer = lazyPart(
  async () => (await import('./scrolling/RowVirtualizer.tsx')).RowVirtualizer,
  'more rows',
);

/**
 * The table of tunnels. Only the visible rows are in the document, so that thousands of tunnels scroll smoothly. It has
 * roles in place of table elements, because narrow pages show the rows as cards.
 */
export function FleetTable({
  rows,
  matching,
  view,
  names,
  outcomes,
  selection,
  interactionHandlers,
  onChange,
}: {
  rows: readonly TableRow[];
  /** The tunnels that match now; `rows` may still be in an older order. */
  matching: readonly Tunnel[];
  view: FleetUrlState;
  names: FleetNames;
  outcomes: FleetOutcomes;
  selection: Selection;
  /** Detects that the table is in use. */
  interactionHandlers: Pick<React.ComponentProps<'div'>, 'onPointerMove' | 'onPointerLeave' | 'onKeyDown'>;
  onChange: (change: Partial<FleetUrlState>) => void;
}) {
  const hasPainted = useHasPainted();
  const body = useRef<HTMLDivElement>(null);
  const [visible, setVisible] = useState(() => initialVisibleRows(rows.length));
  // After every render: rows appear when the page scrolls, and when the list changes.
  useEffect(() => {
    for (const row of rowElements(body.current)) visible.measure(row);
  });
  const { columns } = view;
  const { ids } = selection;
  const selectionState = useMemo(() => {
    if (ids.size === 0) return 'none';
    const count = matching.filter(({ id }) => ids.has(id)).length;
    return count === 0 ? 'none' : count === matching.length ? 'all' : 'some';
  }, [ids, matching]);
  const head = useRef<HTMLDivElement>(null);
  const { collapsedGroups } = view;
  const collapse = (key: string, isCollapsed: boolean) =>
    onChange({
      collapsedGroups: isCollapsed ? [...collapsedGroups, key] : collapsedGroups.filter((one) => one !== key),
    });
  return (
    <div
      role="table"
      aria-label="Tunnels"
      aria-rowcount={rows.length + 1}
      className={styles.table}
      data-columns={areDefaultColumns(columns) ? 'default' : 'custom'}
      style={columnWidthStyles(columns)}
    >
      <FleetTableHeader
        ref={head}
        hasPainted={hasPainted}
        view={view}
        onChange={onChange}
        selectionState={selectionState}
        onSelectAll={(isSelected) => selection.replace(isSelected ? matching.map(({ id }) => id) : [])}
      />
      {hasPainted && (
        <Suspense>
          <RowVirtualizer rows={rows} view={view} head={head} body={body} onVisibleRowsChange={setVisible} />
        </Suspense>
      )}
      <div role="rowgroup" ref={body} style={{ height: visible.height }} {...interactionHandlers}>
        <div role="none" style={{ transform: `translateY(${visible.startPx}px)` }}>
          {rows.slice(visible.from, visible.to).map((row, offset) => {
            const { key } = row;
            const index = visible.from + offset;
            if ('group' in row) {
              return <GroupRow key={key} row={row} index={index} onCollapsedChange={collapse} />;
            }
            return (
              <FleetRow
                key={key}
                tunnel={row.tunnel}
                outcome={outcomes.of(row.tunnel)}
                index={index}
                columns={columns}
                names={names}
                isSelected={ids.has(row.tunnel.id)}
                onSelect={selection.toggle}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
