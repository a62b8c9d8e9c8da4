import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { endpointNodeQueries } from '../../../api/gcs/endpointNodes.ts';
import { streamGatewayQueries } from '../../../api/gcs/streamGateways.ts';
import { ApiError } from '../../../api/http/errors.ts';
import type { GcsManager } from '../../../api/http/http.ts';
import { routePaths } from '../../../config/routePaths.ts';
import type { Endpoint } from '../../../domain/site/endpoint.ts';
import { useMyIdentities } from '../../../session/useMyIdentities.ts';
import { PolicyFacts } from '../../../ui/gateway/PolicyFacts.tsx';
import { Notice } from '../../../ui/notices/Notice.tsx';
import { RequestId } from '../../../ui/notices/RequestId.tsx';
import { MyIdentitiesCheck } from '../../../ui/policy-check/MyIdentitiesCheck.tsx';
import { PeopleCheck } from '../../../ui/policy-check/PeopleCheck.tsx';
import { ManagerQuery } from '../ManagerQuery.tsx';
import { PageCard } from '../PageCard.tsx';
import { GatewayAccessPoint } from './GatewayAccessPoint.tsx';
import { GatewayFacts } from './GatewayFacts.tsx';
import styles from './GatewayView.module.css';

/** Shows a gateway: policy, access point, contacts, and a check of who can use it. */
export function GatewayView({
  endpoint,
  manager,
  gatewayId,
}: {
  endpoint: Endpoint;
  manager: GcsManager;
  gatewayId: string;
}) {
  const hasRole = endpoint.myEffectiveRoles.length > 0;
  const gateway = useQuery(streamGatewayQueries.detail(manager, gatewayId));
  // Only people with a role may read the nodes; without them, the page lacks their addresses.
  const { data: nodes } = useQuery({
    ...endpointNodeQueries.list(manager),
    enabled: hasRole,
  });
  const identities = useMyIdentities();
  const { data, error } = gateway;
  if (!data && error instanceof ApiError && error.kind === 'not-found') {
    return (
      <Notice role="alert" title="Gateway not found">
        <p>It may have been deleted. The endpoint’s page lists its gateways.</p>
        <RequestId id={error.requestId} />
      </Notice>
    );
  }
  return (
    <ManagerQuery query={gateway} endpointId={manager.endpointId} content="gateways">
      {(loaded) => (
        <>
          <PageCard
            title="Policy"
            actions={
              hasRole && (
                <Link className="button" to={routePaths.editGateway(endpoint.id, gatewayId)}>
                  Edit gateway
                </Link>
              )
            }
          >
            <PolicyFacts gateway={loaded} nodes={nodes?.items} />
          </PageCard>
          <PageCard title="Who can use this gateway?">
            <div className={styles.checks}>
              <PeopleCheck policy={loaded} gatewayName={loaded.name} />
              {identities.length > 0 && (
                <MyIdentitiesCheck
                  policy={loaded}
                  gatewayName={loaded.name}
                  identities={identities}
                  label="Check my identities"
                />
              )}
            </div>
          </PageCard>
          <GatewayAccessPoint gateway={loaded} endpointId={endpoint.id} />
          <GatewayFacts gateway={loaded} />
        </>
      )}
    </ManagerQuery>
  );
}
