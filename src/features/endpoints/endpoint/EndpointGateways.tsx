import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { streamGatewayQueries } from '../../../api/gcs/streamGateways.ts';
import type { GcsManager } from '../../../api/http/http.ts';
import { routePaths } from '../../../config/routePaths.ts';
import { policySummary } from '../../../domain/site/policySummary.ts';
import { ManagerQuery } from '../ManagerQuery.tsx';
import { PageCard } from '../PageCard.tsx';
import { RowList } from '../RowList.tsx';

/** Lists the stream gateways of an endpoint, each with its policy in a line. */
export function EndpointGateways({ manager }: { manager: GcsManager }) {
  const gateways = useQuery(streamGatewayQueries.list(manager));
  return (
    <PageCard
      title="Stream gateways"
      actions={
        <Link className="button" to={routePaths.createGateway(manager.endpointId)}>
          Create gateway
        </Link>
      }
    >
      <ManagerQuery
        query={gateways}
        endpointId={manager.endpointId}
        content="gateways"
        isEmpty={({ items, unreadable }) => items.length + unreadable === 0}
        empty={<p className="muted">This endpoint has no stream gateway.</p>}
      >
        {({ items, unreadable }) => (
          <>
            <RowList label="Stream gateways">
              {items.map((gateway) => (
                <li key={gateway.id}>
                  <Link to={routePaths.gateway(manager.endpointId, gateway.id)} dir="auto">
                    {gateway.name ?? gateway.id}
                  </Link>
                  <bdi>{policySummary(gateway)}</bdi>
                </li>
              ))}
            </RowList>
            {unreadable > 0 && (
              <p className="muted">
                {unreadable === 1 ? '1 gateway' : `${unreadable} gateways`} couldn’t be loaded.
              </p>
            )}
          </>
        )}
      </ManagerQuery>
    </PageCard>
  );
}
