import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { endpointQueries } from '../../api/endpoints.ts';
import { streamGatewayQueries } from '../../api/gcs/streamGateways.ts';
import { ApiError, requestIdOf } from '../../api/http/errors.ts';
import { NO_REQUIREMENTS } from '../../domain/sign-in/authorizationParameters.ts';
import { type AccessPoint, toRefusingSite } from '../../domain/site/accessPoint.ts';
import { gatewaysOfAccessPoint, type StreamGateway } from '../../domain/site/streamGateway.ts';
import { durationText } from '../../domain/text/time.ts';
import { manageCollectionsScope } from '../../session/tokens/scopes.ts';
import { useSession } from '../../session/useSession.ts';
import { PossibleRefusersContext } from '../../ui/notices/PossibleRefusersContext.ts';
import { RequestId } from '../../ui/notices/RequestId.tsx';
import { SignInRemedyButton } from '../../ui/notices/SignInRemedyButton.tsx';
import { QueryStates } from '../../ui/query-states/QueryStates.tsx';
import { Skeleton } from '../../ui/query-states/Skeleton.tsx';
import { Fact } from '../../ui/text/Fact.tsx';
import styles from './GatewayPolicy.module.css';

/** Shows administrators of the endpoint what its site requires of people who create tunnels through this access point. */
export function GatewayPolicy({ accessPoint, endpointId }: { accessPoint: AccessPoint; endpointId: string }) {
  const { data: endpoint } = useQuery(endpointQueries.detail(endpointId));
  const titleId = useId();
  if (!endpoint?.myEffectiveRoles.includes('administrator')) return null;
  const { gcsManagerUrl } = endpoint;
  return (
    <section className={`card stack ${styles.policy}`} aria-labelledby={titleId}>
      <h2 id={titleId}>Gateway policy</h2>
      {gcsManagerUrl === null ? (
        <p className="muted">Unavailable: Globus doesn’t list a GCS Manager address for this endpoint.</p>
      ) : (
        <PossibleRefusersContext value={[toRefusingSite(accessPoint)]}>
          <Policy accessPoint={accessPoint} endpointId={endpointId} gcsManagerUrl={gcsManagerUrl} />
        </PossibleRefusersContext>
      )}
    </section>
  );
}

function Policy({
  accessPoint,
  endpointId,
  gcsManagerUrl,
}: {
  accessPoint: AccessPoint;
  endpointId: string;
  gcsManagerUrl: string;
}) {
  const hasToken = useSession()?.tokens[endpointId] !== undefined;
  const gateways = useQuery({
    ...streamGatewayQueries.list({ endpointId, gcsUrl: gcsManagerUrl }),
    enabled: hasToken,
  });
  const isRefused = gateways.error instanceof ApiError && gateways.error.kind === 'unauthorized';
  if (!hasToken) return <ConsentRequest endpointId={endpointId} />;
  if (isRefused) {
    return (
      <>
        <div role="alert">
          <p>The endpoint’s GCS Manager rejected your session. Grant access again.</p>
          <RequestId id={requestIdOf(gateways.error)} />
        </div>
        <ConsentRequest endpointId={endpointId} />
      </>
    );
  }
  return (
    <QueryStates query={gateways} skeleton={<Skeleton rows={3} height="44px" />}>
      {({ items, unreadable }) => {
        const matching = gatewaysOfAccessPoint(accessPoint, items);
        return matching.length > 0 ? (
          matching.map((gateway) => <Requirements key={gateway.id} gateway={gateway} />)
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

/** Offers a sign-in that grants access to the endpoint's GCS Manager and returns to this page. */
function ConsentRequest({ endpointId }: { endpointId: string }) {
  const authorization = { ...NO_REQUIREMENTS, requiredScopes: [manageCollectionsScope(endpointId)] };
  return (
    <>
      <p>
        The policy is stored in the endpoint’s GCS Manager. To view it, Globus asks you for permission to
        manage the endpoint’s collections. This dashboard only reads the policy.
      </p>
      <div className="row">
        <SignInRemedyButton
          remedy={{ label: 'View policy', authorization, asDifferentUser: false }}
          isPrimary={false}
        />
      </div>
    </>
  );
}

function Requirements({ gateway }: { gateway: StreamGateway }) {
  const { authenticationTimeoutMinutes, requiresLanSecret, lanName } = gateway;
  return (
    <dl className={styles.requirements}>
      <Requirement name="Allowed domains">{listText(gateway.allowedDomains, 'Any')}</Requirement>
      <Requirement name="Sign-in valid for">
        {authenticationTimeoutMinutes !== null && durationText(authenticationTimeoutMinutes * 60_000)}
      </Requirement>
      <Requirement name="Allowed users">{listText(gateway.usersAllowed, 'Anyone')}</Requirement>
      <Requirement name="Denied users">{listText(gateway.usersDenied, 'None')}</Requirement>
      <Requirement name="Identity mappings">{gateway.identityMappings?.length.toString()}</Requirement>
      <Requirement name="LAN secret">{requiredText(requiresLanSecret)}</Requirement>
      <Requirement name="Network">{lanName && <bdi>{lanName}</bdi>}</Requirement>
    </dl>
  );
}

function Requirement({ name, children }: { name: string; children: ReactNode }) {
  return <Fact name={name}>{children || <span className="muted">Unknown</span>}</Fact>;
}

function listText(texts: string[] | null, none: string): ReactNode {
  if (texts?.length === 0) return none;
  return texts && <bdi>{texts.join(', ')}</bdi>;
}

function requiredText(isRequired: boolean | null): string | null {
  return isRequired === null ? null : isRequired ? 'Required' : 'Not required';
}

function unreadableText(count: number): string {
  return count === 1 ? '1 gateway couldn’t be loaded.' : `${count} gateways couldn’t be loaded.`;
}
