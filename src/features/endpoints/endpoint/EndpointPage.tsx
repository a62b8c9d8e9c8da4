import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { endpointQueries } from '../../../api/endpoints.ts';
import { isNotFoundOrForbidden, requestIdOf } from '../../../api/http/errors.ts';
import { RequestId } from '../../../ui/notices/RequestId.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryStates } from '../../../ui/query-states/QueryStates.tsx';
import { Skeleton } from '../../../ui/query-states/Skeleton.tsx';
import { ManagerAccess } from '../ManagerAccess.tsx';
import { MissingPage } from '../MissingPage.tsx';
import { EndpointAccessPoints } from './EndpointAccessPoints.tsx';
import { EndpointDocument } from './EndpointDocument.tsx';
import { EndpointFacts } from './EndpointFacts.tsx';
import { EndpointGateways } from './EndpointGateways.tsx';
import { EndpointNodes } from './EndpointNodes.tsx';
import { EndpointRoles } from './EndpointRoles.tsx';
import { ManagerFacts } from './ManagerFacts.tsx';

/** The page of one endpoint: facts, access points with their tunnels, and what its GCS Manager returns. */
export function EndpointPage() {
  const id = useParams().endpointId ?? '';
  const endpoint = useQuery(endpointQueries.detail(id));
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
        title={<bdi>{data?.name ?? 'Endpoint'}</bdi>}
        tabTitle={data?.name ?? 'Endpoint'}
        description={data?.organization && <bdi>{data.organization}</bdi>}
      />
      <QueryStates query={endpoint} skeleton={<Skeleton rows={9} height="44px" />}>
        {(loaded) => {
          const hasRole = loaded.myEffectiveRoles.length > 0;
          return (
            <>
              <EndpointFacts endpoint={loaded} />
              <EndpointAccessPoints endpointId={loaded.id} />
              <ManagerFacts endpoint={loaded} />
              <ManagerAccess endpoint={loaded} content={hasRole ? 'gateways, nodes and roles' : 'gateways'}>
                {(manager) => (
                  <>
                    <EndpointGateways manager={manager} />
                    {hasRole && <EndpointNodes manager={manager} />}
                    {hasRole && <EndpointRoles manager={manager} />}
                  </>
                )}
              </ManagerAccess>
              <EndpointDocument id={loaded.id} />
            </>
          );
        }}
      </QueryStates>
    </>
  );
}
