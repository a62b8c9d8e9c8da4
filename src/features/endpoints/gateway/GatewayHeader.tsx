import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { accessPointQueries } from '../../../api/accessPoints.ts';
import { streamGatewayQueries } from '../../../api/gcs/streamGateways.ts';
import { routePaths } from '../../../config/routePaths.ts';
import type { Endpoint } from '../../../domain/site/endpoint.ts';
import { PageHeader } from '../../../ui/PageHeader.tsx';

/** The title of a gateway's page: its name, or until it is loaded, the name of its access point, which has the same ID. */
export function GatewayHeader({ endpoint, gatewayId }: { endpoint: Endpoint; gatewayId: string }) {
  const { id, name, gcsManagerUrl } = endpoint;
  const { data: gateway } = useQuery({
    ...streamGatewayQueries.detail({ endpointId: id, gcsUrl: gcsManagerUrl ?? '' }, gatewayId),
    // The page's body loads it, once that is allowed.
    enabled: false,
  });
  const { data: accessPoints } = useQuery(accessPointQueries.directory());
  const title = gateway?.name ?? accessPoints?.get(gatewayId)?.name ?? 'Stream gateway';
  return (
    <PageHeader
      title={<bdi>{title}</bdi>}
      tabTitle={title}
      description={
        <>
          Stream gateway on{' '}
          <Link to={routePaths.endpoint(id)} dir="auto">
            {name ?? id}
          </Link>
        </>
      }
    />
  );
}
