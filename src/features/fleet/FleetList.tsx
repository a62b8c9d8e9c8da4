import { type ReactNode, Suspense, useMemo } from 'react';
import { countByState } from '../../domain/fleet/counts.ts';
import { EMPTY_FILTER } from '../../domain/fleet/filter.ts';
import { groupFleet } from '../../domain/fleet/groups.ts';
import type { FleetNames } from '../../domain/fleet/names.ts';
import type { FleetUrlState } from '../../domain/fleet/urlState.ts';
import type { Tunnel } from '../../domain/tunnel/tunnel.ts';
import { useFocusFallback } from '../../ui/dialogs/useFocusFallback.ts';
import { lazyPart } from '../../ui/lazyPart.tsx';
import { useHasPainted } from '../../ui/useHasPainted.ts';
import styles from './FleetList.module.css';
import { FleetTable, type TableRow } from './table/FleetTable.tsx';
import { useFleetRows } from './table/useFleetRows.ts';
import { useFrozenOrder } from './table/useFrozenOrder.ts';
import { useSelection } from './table/useSelection.ts';
import { FleetFilters } from './tools/FleetFilters.tsx';
import { NoMatch } from './tools/NoMatch.tsx';
import { useFleetNames } from './useFleetNames.ts';
import { useFleetUrlState } from './useFleetUrlState.ts';

// What nobody needs to see the first rows comes when they stand.
const FleetTools = lazyPart(
  async () => (await import('./tools/FleetTools.tsx')).FleetTools,
  'the filters and charts',
);
const BulkBar = lazyPart(async () => (await import('./bulk/BulkBar.tsx')).BulkBar, 'the bulk actions');

/** The list and what one does with it: narrow it, put it in order, choose from it. */
export function FleetList({
  tunnels,
  unreadable,
  empty,
}: {
  tunnels: Tunnel[];
  unreadable: number;
  /** What stands here where there are no tunnels. */
  empty: ReactNode;
}) {
  const isDrawn = useHasPainted();
  const [view, changeView] = useFleetUrlState();
  const names = useFleetNames(tunnels);
  const rows = useFleetRows(tunnels, view, names);
  const { displayedRows, isOutdated, interactionHandlers } = useFrozenOrder(rows, tunnels, view);
  const tableRows = useTableRows(displayedRows, view, names);
  const selection = useSelection(tableRows);
  const counts = useMemo(() => countByState(tunnels), [tunnels]);
  const part = useFocusFallback();
  const isEmpty = tunnels.length === 0;
  return (
    <>
      {!isEmpty && (
        <FleetFilters filter={view.filter} onChange={changeView} counts={counts} total={tunnels.length} />
      )}
      <div className={isEmpty ? styles.noTools : styles.tools}>
        {isDrawn && (
          <Suspense>
            <FleetTools tunnels={tunnels} matching={rows} view={view} onChange={changeView} names={names} />
          </Suspense>
        )}
      </div>
      {unreadable > 0 && (
        <p className="muted">
          Globus listed {unreadable} {!isEmpty && 'more '}that this dashboard could not read. They are left
          out here.
        </p>
      )}
      <div {...part}>
        <p className={styles.count} role="status">
          {!isEmpty &&
            (rows.length === tunnels.length
              ? `${rows.length} tunnels`
              : `${rows.length} of ${tunnels.length} tunnels`)}
          {isOutdated && <span className="muted"> (rows keep their places while you are at them)</span>}
        </p>
        {displayedRows.length > 0 && (
          <FleetTable
            rows={tableRows}
            matching={rows}
            view={view}
            names={names}
            selection={selection}
            interactionHandlers={interactionHandlers}
            onChange={changeView}
          />
        )}
        {displayedRows.length === 0 && !isEmpty && (
          <NoMatch
            filter={view.filter}
            total={tunnels.length}
            onShowAll={() => changeView({ filter: EMPTY_FILTER })}
          />
        )}
        {isEmpty && unreadable === 0 && empty}
        {selection.ids.size > 0 && (
          <Suspense>
            <BulkBar tunnels={tunnels} matching={rows} selection={selection} />
          </Suspense>
        )}
      </div>
    </>
  );
}

/** The rows with the headings of their groups, where they are grouped. */
function useTableRows(
  rows: readonly Tunnel[],
  { grouping, collapsedGroups }: FleetUrlState,
  names: FleetNames,
): readonly TableRow[] {
  return useMemo(() => {
    if (!grouping) return rows.map((tunnel) => ({ key: tunnel.id, tunnel }));
    return groupFleet(rows, grouping, names).flatMap((group): TableRow[] => {
      const isOpen = !collapsedGroups.includes(group.key);
      const below = isOpen ? group.tunnels : [];
      return [
        { key: `group ${group.key}`, group, isOpen },
        ...below.map((tunnel) => ({ key: `${group.key} ${tunnel.id}`, tunnel })),
      ];
    });
  }, [rows, grouping, names, collapsedGroups]);
}
