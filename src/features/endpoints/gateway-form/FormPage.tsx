import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { endpointQueries } from '../../../api/endpoints.ts';
import { isNotFoundOrForbidden, requestIdOf } from '../../../api/http/errors.ts';
import type { GcsManager } from '../../../api/http/http.ts';
import { routePaths } from '../../../config/routePaths.ts';
import { RequestId } from '../../../ui/notices/RequestId.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryStates } from '../../../ui/query-states/QueryStates.tsx';
import { Skeleton } from '../../../ui/query-states/Skeleton.tsx';
import { ManagerAccess } from '../ManagerAccess.tsx';
import { MissingPage } from '../MissingPage.tsx';

/** A page about a gateway of an endpoint, once the endpoint's GCS Manager can be called. */
export function FormPage({
  endpointId,
  title,
  children,
}: {
  endpointId: string;
  title: string;
  children: (manager: GcsManager) => ReactNode;
}) {
  const endpoint = useQuery(endpointQueries.detail(endpointId));
  const { data, error } = endpoint;
  if (!data && isNotFoundOrForbidden(error)) {
    return (
      <MissingPage what="Endpoint">
        <RequestId id={requestIdOf(error)} />
      </MissingPage>
    );
  }
  return (
    <>
      <PageHeader
        title={title}
        tabTitle={title}
        description={
          <Link to={routePaths.endpoint(endpointId)} dir="auto">
            {data?.name ?? 'Endpoint'}
          </Link>
        }
      />
      <QueryStates query={endpoint} skeleton={<Skeleton rows={9} height="44px" />}>
        {(loaded) => (
          <ManagerAccess endpoint={loaded} content="gateways">
            {children}
          </ManagerAccess>
        )}
      </QueryStates>
    </>
  );
}
