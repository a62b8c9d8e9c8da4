import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { Link } from 'react-router';
import { endpointQueries } from '../../../api/endpoints.ts';
import { streamGatewayQueries } from '../../../api/gcs/streamGateways.ts';
import { ApiError, requestIdOf } from '../../../api/http/errors.ts';
import type { GcsManager } from '../../../api/http/http.ts';
import { routePaths } from '../../../config/routePaths.ts';
import { type AccessPoint, toRefusingSite } from '../../../domain/site/accessPoint.ts';
import { gatewaysOfAccessPoint, type StreamGateway } from '../../../domain/site/streamGateway.ts';
import { manageCollectionsScope } from '../../../session/tokens/scopes.ts';
import { useMyIdentities } from '../../../session/useMyIdentities.ts';
import { useSession } from '../../../session/useSession.ts';
import { ConsentRequest } from '../../../ui/gateway/ConsentRequest.tsx';
import { PolicyFacts } from '../../../ui/gateway/PolicyFacts.tsx';
import { PossibleRefusersContext } from '../../../ui/notices/PossibleRefusersContext.ts';
import { RequestId } from '../../../ui/notices/RequestId.tsx';
import { MyIdentitiesCheck } from '../../../ui/policy-check/MyIdentitiesCheck.tsx';
import { QueryStates } from '../../../ui/query-states/QueryStates.tsx';
import { Skeleton } from '../../../ui/query-states/Skeleton.tsx';
import styles from './GatewayPolicy.module.css';

/**
 * Shows what a site requires of people who create tunnels through an access point, and which of one's own identities meets
 * it. For everyone who may read the gateway: whoever has a role on the endpoint, or anyone if it is public.
 */
export function GatewayPolicy({ accessPoint, endpointId }: { accessPoint: AccessPoint; endpointId: string }) {
  const { data: endpoint } = useQuery(endpointQueries.detail(endpointId));
  const titleId = useId();
  if (!endpoint) return null;
  const { gcsManagerUrl, isPublic, myEffectiveRoles } = endpoint;
  return (
    <section className={`card stack ${styles.policy}`} aria-labelledby={titleId}>
      <h2 id={titleId}>Gateway policy</h2>
      {isPublic === false && myEffectiveRoles.length === 0 ? (
        <p className="muted">
          Only people with a role on the endpoint can read its policy. Ask its administrators what it
          requires.
        </p>
      ) : gcsManagerUrl === null ? (
        <p className="muted">Unavailable: Globus doesn’t list a GCS Manager address for this endpoint.</p>
      ) : (
        <PossibleRefusersContext value={[toRefusingSite(accessPoint)]}>
          <Policy accessPoint={accessPoint} manager={{ endpointId, gcsUrl: gcsManagerUrl }} />
        </PossibleRefusersContext>
      )}
    </section>
  );
}

function Policy({ accessPoint, manager }: { accessPoint: AccessPoint; manager: GcsManager }) {
  const hasToken = useSession()?.tokens[manager.endpointId] !== undefined;
  const gateways = useQuery({ ...streamGatewayQueries.list(manager), enabled: hasToken });
  const isRefused = gateways.error instanceof ApiError && gateways.error.kind === 'unauthorized';
  if (!hasToken) return <PolicyConsent endpointId={manager.endpointId} />;
  if (isRefused) {
    return (
      <>
        <div role="alert">
          <p>The endpoint’s GCS Manager rejected your session. Grant access again.</p>
          <RequestId id={requestIdOf(gateways.error)} />
        </div>
        <PolicyConsent endpointId={manager.endpointId} />
      </>
    );
  }
  return (
    <QueryStates query={gateways} skeleton={<Skeleton rows={3} height="44px" />}>
      {({ items, unreadable }) => {
        const matching = gatewaysOfAccessPoint(accessPoint, items);
        return matching.length > 0 ? (
          matching.map((gateway) => (
            <Requirements key={gateway.id} gateway={gateway} endpointId={manager.endpointId} />
          ))
        ) : (
          <p className="muted">
            No gateway on this endpoint has this access point’s ID or name.
            {unreadable > 0 && ` ${unreadableText(unreadable)}`}
          </p>
        );
      }}
    </QueryStates>
  );
}

function PolicyConsent({ endpointId }: { endpointId: string }) {
  return (
    <ConsentRequest scope={manageCollectionsScope(endpointId)} label="View policy">
      See what this site requires, and check whether your identities meet it. The policy is stored in the
      endpoint’s GCS Manager. To view it, Globus asks you for permission to manage the endpoint’s collections.
      This dashboard only reads the policy.
    </ConsentRequest>
  );
}

function Requirements({ gateway, endpointId }: { gateway: StreamGateway; endpointId: string }) {
  const identities = useMyIdentities();
  return (
    <>
      <PolicyFacts gateway={gateway} />
      {identities.length > 0 && (
        <MyIdentitiesCheck
          policy={gateway}
          gatewayName={gateway.name}
          identities={identities}
          label="Check what this site requires of me"
        />
      )}
      <p>
        <Link to={routePaths.gateway(endpointId, gateway.id)}>View the gateway, and check other people</Link>
      </p>
    </>
  );
}

function unreadableText(count: number): string {
  return count === 1 ? '1 gateway couldn’t be loaded.' : `${count} gateways couldn’t be loaded.`;
}
