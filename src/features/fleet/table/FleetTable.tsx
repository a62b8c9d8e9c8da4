import { Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { areDefaultColumns } from '../../../domain/fleet/columns.ts';
import type { FleetGroup } from '../../../domain/fleet/groups.ts';
import type { FleetNames } from '../../../domain/fleet/names.ts';
import type { FleetUrlState } from '../../../domain/fleet/urlState.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { lazyPart } from '../../../ui/lazyPart.tsx';
import { useHasPainted } from '../../../ui/useHasPainted.ts';
import { columnWidthStyles } from './columnWidths.ts';
import { FleetRow } from './FleetRow.tsx';
import styles from './FleetTable.module.css';
import { FleetTableHeader } from './FleetTableHeader.tsx';
import { GroupRow } from './GroupRow.tsx';
import type { Selection } from './useSelection.ts';
import { initialVisibleRows } from './visibleRows.ts';

const RowWindow = lazyPart(async () => (await import('./RowVirtualizer.tsx')).RowVirtualizer, 'more rows');

/** A row of the table: a tunnel, or the heading of those below it. */
export type TableRow = { key: string; tunnel: Tunnel } | { key: string; group: FleetGroup; isOpen: boolean };

/**
 * The table of tunnels. Only the rows in sight are in the document, so that thousands scroll like ten; the
 * roles are written out because narrow screens lay the rows out as cards.
 */
export function FleetTable({
  rows,
  matching,
  view,
  names,
  selection,
  interactionHandlers,
  onChange,
}: {
  rows: readonly TableRow[];
  /** The tunnels that match now: rows may be held back from a change. */
  matching: readonly Tunnel[];
  view: FleetUrlState;
  names: FleetNames;
  selection: Selection;
  /** What notices that somebody is at work on the rows. */
  interactionHandlers: Pick<React.ComponentProps<'div'>, 'onPointerMove' | 'onPointerLeave' | 'onKeyDown'>;
  onChange: (change: Partial<FleetUrlState>) => void;
}) {
  const isDrawn = useHasPainted();
  const body = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState(() => initialVisibleRows(rows.length));
  // After every change: rows come by scrolling, and by a change of the list.
  useEffect(() => {
    for (const row of body.current?.querySelectorAll<HTMLElement>('[data-index]') ?? []) sight.measure(row);
  });
  const { columns } = view;
  const { ids } = selection;
  const chosen = useMemo(() => {
    if (ids.size === 0) return 'none';
    const count = matching.filter(({ id }) => ids.has(id)).length;
    return count === 0 ? 'none' : count === matching.length ? 'all' : 'some';
  }, [ids, matching]);
  const head = useRef<HTMLDivElement>(null);
  const { collapsedGroups } = view;
  const fold = (key: string, isFolded: boolean) =>
    onChange({
      collapsedGroups: isFolded ? [...collapsedGroups, key] : collapsedGroups.filter((one) => one !== key),
    });
  return (
    <div
      role="table"
      aria-label="Tunnels"
      aria-rowcount={rows.length + 1}
      className={styles.table}
      data-columns={areDefaultColumns(columns) ? 'usual' : 'chosen'}
      style={columnWidthStyles(columns)}
    >
      <FleetTableHeader
        ref={head}
        hasPainted={isDrawn}
        view={view}
        onChange={onChange}
        selectionState={chosen}
        onSelectAll={(choose) => selection.replace(choose ? matching.map(({ id }) => id) : [])}
      />
      {isDrawn && (
        <Suspense>
          <RowWindow rows={rows} view={view} head={head} body={body} onVisibleRowsChange={setSight} />
        </Suspense>
      )}
      <div role="rowgroup" ref={body} style={{ height: sight.totalPx }} {...interactionHandlers}>
        <div role="none" style={{ transform: `translateY(${sight.startPx}px)` }}>
          {rows.slice(sight.from, sight.to).map((row, place) => {
            const { key } = row;
            const index = sight.from + place;
            if ('group' in row) {
              return <GroupRow key={key} row={row} index={index} onCollapsedChange={fold} />;
            }
            return (
              <FleetRow
                key={key}
                tunnel={row.tunnel}
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
