import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { accessPointQueries } from '../../api/accessPoints.ts';
import { routePaths } from '../../config/routePaths.ts';
import { EmptyState } from '../../ui/notices/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QueryStates } from '../../ui/query-states/QueryStates.tsx';
import { Skeleton } from '../../ui/query-states/Skeleton.tsx';
import { EndpointList } from './list/EndpointList.tsx';

/** Lists the endpoints behind the access points that the signed-in person administers. */
export function EndpointsPage() {
  const administered = useQuery(accessPointQueries.administered());
  const accessPoints = administered.data?.accessPoints;
  const endpointIds = useMemo(
    () => [...new Set(accessPoints?.flatMap(({ hostEndpointId }) => hostEndpointId ?? []))],
    [accessPoints],
  );
  return (
    <>
      <PageHeader
        title="Endpoints"
        tabTitle="Endpoints"
        description="The Globus endpoints you administer, with their stream gateways and tunnels."
      />
      <QueryStates
        query={administered}
        skeleton={<Skeleton rows={6} height="76px" />}
        isEmpty={() => endpointIds.length === 0}
        empty={
          <EmptyState
            title="You don’t administer an endpoint with access points"
            action={
              <Link className="button" to={routePaths.accessPoints}>
                Search access points
              </Link>
            }
          >
            An endpoint appears here once it has a stream gateway and you’re one of its administrators.
          </EmptyState>
        }
      >
        {(loaded) => (
          <EndpointList
            accessPoints={loaded.accessPoints}
            unreadable={loaded.unreadable}
            endpointIds={endpointIds}
          />
        )}
      </QueryStates>
    </>
  );
}
