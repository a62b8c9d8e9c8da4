import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { tunnelQueries } from '../../api/tunnels/tunnels.ts';
import { routePaths } from '../../config/routePaths.ts';
import { EmptyState } from '../../ui/notices/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QueryStates } from '../../ui/query-states/QueryStates.tsx';
import { Skeleton } from '../../ui/query-states/Skeleton.tsx';
import { FleetFreshness } from './FleetFreshness.tsx';
import { FleetList } from './FleetList.tsx';

/** Every tunnel one can see, live. One list feeds it; no row asks on its own, nor does the page: FleetFreshness does. */
export function FleetPage() {
  const list = useQuery({ ...tunnelQueries.list(), enabled: false });
  const isEmpty = list.data?.tunnels.length === 0 && list.data.unreadable === 0;
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
        description="Every tunnel you can see: your own, and those of the endpoints you administer."
        actions={
          <>
            <FleetFreshness />
            {/* Where nothing is listed it stands in the middle of the page. */}
            {!isEmpty && createLink}
          </>
        }
      />
      <QueryStates query={list} skeleton={<Skeleton rows={12} />}>
        {({ tunnels, unreadable }) => (
          <FleetList
            tunnels={tunnels}
            unreadable={unreadable}
            empty={
              <EmptyState title="You have no tunnels" action={createLink}>
                A tunnel joins an application at one site to an application at another. Yours appear here,
                with their state, from the moment you create them until they are deleted.
              </EmptyState>
            }
          />
        )}
      </QueryStates>
    </>
  );
}
