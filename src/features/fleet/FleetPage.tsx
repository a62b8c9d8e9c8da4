import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { Link } from 'react-router';
import { accessPointQueries } from '../../api/accessPoints.ts';
import { pollFleet } from '../../api/polling.ts';
import { tunnelQueries } from '../../api/tunnels.ts';
import { routePaths } from '../../config/routePaths.ts';
import { countByState, filterFleet, type NameOf } from '../../domain/fleet.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Freshness } from '../../ui/Freshness.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { FleetCharts } from './FleetCharts.tsx';
import { FleetFilters } from './FleetFilters.tsx';
import { FleetTable } from './FleetTable.tsx';
import { useFleetFilter } from './useFleetFilter.ts';

/** Every tunnel one can see, live. One list feeds it; no row asks on its own. */
export function FleetPage() {
  const list = useQuery({
    ...tunnelQueries.list(),
    refetchInterval: ({ state }) => pollFleet(state, Date.now()),
  });
  const names = useQuery({ ...accessPointQueries.names(), enabled: list.isSuccess }).data;
  const [filter, setFilter] = useFleetFilter();
  const text = useDeferredValue(filter.text);
  const nameOf: NameOf = useMemo(() => (id) => (id === null ? null : (names?.get(id) ?? null)), [names]);
  const tunnels = list.data?.tunnels;
  const shown = useMemo(
    () => filterFleet(tunnels ?? [], { text, state: filter.state }, nameOf),
    [tunnels, text, filter.state, nameOf],
  );
  const createLink = (
    <Link className="button primary" to={routePaths.createTunnel}>
      New tunnel
    </Link>
  );
  return (
    <>
      <PageHeader
        title="Tunnels"
        tabTitle="Tunnels"
        lede="Every tunnel you can see: your own, and those of the endpoints you administer."
        actions={
          <>
            <Freshness query={list} />
            {createLink}
          </>
        }
      />
      <QueryStates
        query={list}
        skeleton={<Skeleton rows={12} />}
        isEmpty={({ tunnels: all }) => all.length === 0}
        empty={
          <EmptyState title="You have no tunnels" action={createLink}>
            A tunnel joins an application at one site to an application at another. Yours appear here, with
            their state, from the moment you create them until they are deleted.
          </EmptyState>
        }
      >
        {({ tunnels: all, unreadable }) => (
          <>
            <FleetFilters
              filter={filter}
              onChange={setFilter}
              counts={countByState(all)}
              total={all.length}
            />
            <FleetCharts tunnels={shown} />
            {unreadable > 0 && (
              <p className="muted">
                Globus listed {unreadable} more that this dashboard could not read. They are left out here.
              </p>
            )}
            {shown.length > 0 ? (
              <FleetTable tunnels={shown} nameOf={nameOf} />
            ) : (
              <EmptyState
                title="No tunnel matches"
                action={
                  <button
                    type="button"
                    className="button"
                    onClick={() => setFilter({ text: '', state: null })}
                  >
                    Show all {all.length}
                  </button>
                }
              >
                None of your tunnels has these words in its label, id, state or access points.
              </EmptyState>
            )}
          </>
        )}
      </QueryStates>
    </>
  );
}
