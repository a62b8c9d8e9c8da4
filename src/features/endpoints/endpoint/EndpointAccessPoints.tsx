import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { accessPointQueries } from '../../../api/accessPoints.ts';
import { tunnelQueries } from '../../../api/tunnels/tunnels.ts';
import { routePaths } from '../../../config/routePaths.ts';
import { tunnelsByEndpoint } from '../../../domain/site/endpointTunnels.ts';
import { countText } from '../../../domain/text/count.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { QueryStates } from '../../../ui/query-states/QueryStates.tsx';
import { Skeleton } from '../../../ui/query-states/Skeleton.tsx';
import { OutcomeCounts } from '../OutcomeCounts.tsx';
import { PageCard } from '../PageCard.tsx';
import { RowList } from '../RowList.tsx';

/** Lists the access points on an endpoint, each with its tunnels by outcome. */
export function EndpointAccessPoints({ endpointId }: { endpointId: string }) {
  const directory = useQuery(accessPointQueries.directory());
  const { data: list } = useQuery(tunnelQueries.list());
  return (
    <PageCard title="Access points">
      <QueryStates query={directory} skeleton={<Skeleton rows={3} height="44px" />}>
        {(accessPoints) => {
          const here = [...accessPoints.values()].filter(
            ({ hostEndpointId }) => hostEndpointId === endpointId,
          );
          if (here.length === 0)
            return <p className="muted">You can see no access point on this endpoint.</p>;
          const endpointIds = new Map(here.map(({ id }) => [id, endpointId]));
          const tunnels = list && (tunnelsByEndpoint(list.tunnels, endpointIds).get(endpointId) ?? []);
          return (
            <>
              {tunnels && tunnels.length > 0 && (
                <p>
                  <Link to={routePaths.tunnelsOfEndpoint(endpointId)}>
                    {countText(tunnels.length, 'tunnel')} through this endpoint
                  </Link>{' '}
                  <span className="muted">
                    (<OutcomeCounts tunnels={tunnels} />)
                  </span>
                </p>
              )}
              <RowList label="Access points">
                {here.map(({ id, name }) => (
                  <li key={id}>
                    <Link to={routePaths.accessPoint(id)} dir="auto">
                      {name}
                    </Link>
                    {tunnels && <TunnelsLink id={id} name={name} tunnels={tunnelsOf(tunnels, id)} />}
                  </li>
                ))}
              </RowList>
            </>
          );
        }}
      </QueryStates>
    </PageCard>
  );
}

function tunnelsOf(tunnels: readonly Tunnel[], accessPointId: string): Tunnel[] {
  return tunnels.filter(
    ({ initiatorAccessPointId, listenerAccessPointId }) =>
      initiatorAccessPointId === accessPointId || listenerAccessPointId === accessPointId,
  );
}

function TunnelsLink({ id, name, tunnels }: { id: string; name: string; tunnels: readonly Tunnel[] }) {
  if (tunnels.length === 0) return <span className="muted">No tunnels</span>;
  const count = tunnels.length === 1 ? '1 tunnel' : `${tunnels.length.toLocaleString('en')} tunnels`;
  return (
    <span>
      <Link to={routePaths.tunnelsOfAccessPoint(id)} aria-label={`${count}: ${name}`}>
        {count}
      </Link>{' '}
      <span className="muted">
        (<OutcomeCounts tunnels={tunnels} />)
      </span>
    </span>
  );
}
