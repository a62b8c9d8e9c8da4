import { useQuery } from '@tanstack/react-query';
import { endpointQueries } from '../../api/endpoints.ts';
import { requestIdOf } from '../../api/http/errors.ts';
import { RequestId } from '../../ui/notices/RequestId.tsx';
import { IdText } from '../../ui/text/IdText.tsx';

/** The endpoint an access point belongs to: its name when Globus tells it, its id in any case. */
export function HostEndpoint({ id }: { id: string }) {
  const { data, isError, error } = useQuery(endpointQueries.detail(id));
  return (
    <>
      {data?.name && <bdi>{data.name}</bdi>}
      {isError && <span className="muted">Its name cannot be read.</span>}
      <IdText id={id} contentLabel="the endpoint's id" isFull />
      {isError && <RequestId id={requestIdOf(error)} />}
    </>
  );
}
