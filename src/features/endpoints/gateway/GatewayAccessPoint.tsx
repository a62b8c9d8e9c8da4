import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { accessPointQueries } from '../../../api/accessPoints.ts';
import { routePaths } from '../../../config/routePaths.ts';
import { accessPointsOfGateway, type StreamGateway } from '../../../domain/site/streamGateway.ts';
import { QueryStates } from '../../../ui/query-states/QueryStates.tsx';
import { Skeleton } from '../../../ui/query-states/Skeleton.tsx';
import { PageCard } from '../PageCard.tsx';
import { RowList } from '../RowList.tsx';

/** Shows the access point of a gateway, with a link to its tunnels. */
export function GatewayAccessPoint({ gateway, endpointId }: { gateway: StreamGateway; endpointId: string }) {
  const directory = useQuery(accessPointQueries.directory());
  return (
    <PageCard title="Access point">
      <QueryStates query={directory} skeleton={<Skeleton rows={1} height="44px" />}>
        {(accessPoints) => {
          const here = [...accessPoints.values()].filter((point) => point.hostEndpointId === endpointId);
          const matching = accessPointsOfGateway(gateway, here);
          if (matching.length === 0)
            return <p className="muted">No access point you can see has this gateway’s ID or name.</p>;
          return (
            <RowList label="Access point">
              {matching.map(({ id, name }) => (
                <li key={id}>
                  <Link to={routePaths.accessPoint(id)} dir="auto">
                    {name}
                  </Link>
                  <Link to={routePaths.tunnelsOfAccessPoint(id)}>View its tunnels</Link>
                </li>
              ))}
            </RowList>
          );
        }}
      </QueryStates>
    </PageCard>
  );
}
