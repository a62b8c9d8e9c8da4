import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { endpointQueries } from '../../api/endpoints.ts';
import { requestIdOf } from '../../api/http/errors.ts';
import { routePaths } from '../../config/routePaths.ts';
import { NO_SUBSCRIPTION } from '../../domain/site/endpoint.ts';
import { RequestId } from '../../ui/notices/RequestId.tsx';
import { IdText } from '../../ui/text/IdText.tsx';

/** Shows the endpoint of an access point: its name if Globus returns it, and its ID. */
export function HostEndpoint({ id }: { id: string }) {
  const { data, isError, error } = useQuery(endpointQueries.detail(id));
  return (
    <>
      <Link to={routePaths.endpoint(id)} dir="auto">
        {data?.name ?? 'View endpoint'}
      </Link>
      {isError && <span className="muted">Name unavailable</span>}
      <IdText id={id} contentLabel="endpoint ID" isFull />
      {data?.hasSubscription === false && <p>{NO_SUBSCRIPTION}</p>}
      {isError && <RequestId id={requestIdOf(error)} />}
    </>
  );
}
