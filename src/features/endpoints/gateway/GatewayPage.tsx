import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { endpointQueries } from '../../../api/endpoints.ts';
import { isNotFoundOrForbidden, requestIdOf } from '../../../api/http/errors.ts';
import { RequestId } from '../../../ui/notices/RequestId.tsx';
import { QueryStates } from '../../../ui/query-states/QueryStates.tsx';
import { Skeleton } from '../../../ui/query-states/Skeleton.tsx';
import { ManagerAccess } from '../ManagerAccess.tsx';
import { MissingPage } from '../MissingPage.tsx';
import { GatewayHeader } from './GatewayHeader.tsx';
import { GatewayView } from './GatewayView.tsx';

/** The page of one stream gateway: its policy in words, and who can use it. */
export function GatewayPage() {
  const { endpointId = '', gatewayId = '' } = useParams();
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
    <QueryStates query={endpoint} skeleton={<Skeleton rows={9} height="44px" />}>
      {(loaded) => (
        <>
          <GatewayHeader endpoint={loaded} gatewayId={gatewayId} />
          <ManagerAccess endpoint={loaded} content="gateways">
            {(manager) => <GatewayView endpoint={loaded} manager={manager} gatewayId={gatewayId} />}
          </ManagerAccess>
        </>
      )}
    </QueryStates>
  );
}
