import { memo, Suspense } from 'react';
import { EMPTY_FILTER } from '../../domain/fleet/filter.ts';
import { fleetUrlState } from '../../domain/fleet/urlState.ts';
import { countText } from '../../domain/text/count.ts';
import type { Tunnel } from '../../domain/tunnel/tunnel.ts';
import { useFocusFallback } from '../../ui/dialogs/useFocusFallback.ts';
import { lazyPart } from '../../ui/lazyPart.tsx';
import { useHasPainted } from '../../ui/useHasPainted.ts';
import { useUrlState } from '../../ui/useUrlState.ts';
import styles from './FleetList.module.css';
import { NoTunnels } from './NoTunnels.tsx';
import { FleetTable } from './table/FleetTable.tsx';
import { useFleetRows } from './table/useFleetRows.ts';
import { useFrozenOrder } from './table/useFrozenOrder.ts';
import { useSelection } from './table/useSelection.ts';
import { useTableRows } from './table/useTableRows.ts';
import { FleetFilters } from './tools/FleetFilters.tsx';
import { NoMatch } from './tools/NoMatch.tsx';
import { useFleetNames } from './useFleetNames.ts';
import { useFleetOutcomes } from './useFleetOutcomes.ts';

// The first rows don't need these, so their code is fetched once the rows are on the page.
const FleetTools = lazyPart(async () => (await import('./tools/FleetTools.tsx')).FleetTools, 'the toolbar');
const BulkBar = lazyPart(async () => (await import('./bulk/BulkBar.tsx')).BulkBar, 'the bulk actions');

/**
 * The list of tunnels with its filters, tools and selection. Memoized because the page above it renders whenever a
 * poll starts or ends; the list only needs to when there are new tunnels.
 */
export const FleetList = memo(function FleetList({
  tunnels,
  unreadable,
  isPaused,
}: {
  tunnels: Tunnel[];
  /** How many tunnels Globus listed in a form that the dashboard can't read. */
  unreadable: number;
  isPaused: boolean;
}) {
  const hasPainted = useHasPainted();
  const [view, changeView] = useUrlState(fleetUrlState);
  const names = useFleetNames(tunnels);
  const { outcomes, tiles, updateHistories } = useFleetOutcomes(tunnels);
  const matching = useFleetRows(tunnels, view, names, outcomes);
  const { displayedRows, isOutdated, interactionHandlers } = useFrozenOrder(matching, tunnels, view);
  const tableRows = useTableRows(displayedRows, view, names);
  const selection = useSelection(tableRows);
  const focusFallback = useFocusFallback();
  const total = tunnels.length;
  const isEmpty = total === 0;
  return (
    <>
      {!isEmpty && <FleetFilters filter={view.filter} tiles={tiles} onChange={changeView} />}
      <div className={isEmpty ? styles.noTools : styles.tools}>
        {hasPainted && (
          <Suspense>
            <FleetTools
              tunnels={tunnels}
              matching={matching}
              view={view}
              onChange={changeView}
              names={names}
              outcomes={outcomes}
              isPaused={isPaused}
              onHistoryLoad={updateHistories}
            />
          </Suspense>
        )}
      </div>
      {unreadable > 0 && (
        <p className="muted">
          {countText(unreadable, 'tunnel')} couldn’t be read and {unreadable === 1 ? 'isn’t' : 'aren’t'}{' '}
          shown.
        </p>
      )}
      <div {...focusFallback}>
        <p className={styles.count} role="status">
          {!isEmpty &&
            (matching.length === total
              ? countText(total, 'tunnel')
              : `${matching.length.toLocaleString('en')} of ${countText(total, 'tunnel')}`)}
          {isOutdated && <span className="muted"> · Order paused while you use the table</span>}
        </p>
        {displayedRows.length > 0 && (
          <FleetTable
            rows={tableRows}
            matching={matching}
            view={view}
            names={names}
            outcomes={outcomes}
            selection={selection}
            interactionHandlers={interactionHandlers}
            onChange={changeView}
          />
        )}
        {displayedRows.length === 0 && !isEmpty && (
          <NoMatch filter={view.filter} onClear={() => changeView({ filter: EMPTY_FILTER })} />
        )}
        {isEmpty && unreadable === 0 && <NoTunnels />}
        {selection.ids.size > 0 && (
          <Suspense>
            <BulkBar tunnels={tunnels} matching={matching} selection={selection} />
          </Suspense>
        )}
      </div>
    </>
  );
});
