import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { endpointQueries } from '../../api/endpoints.ts';
import { ApiError, requestIdOf } from '../../api/http/errors.ts';
import { streamGatewayQueries } from '../../api/streamGateways.ts';
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

/** For the endpoint's administrators: what the site asks of those who make tunnels through this access point. */
export function GatewayPolicy({ accessPoint, endpointId }: { accessPoint: AccessPoint; endpointId: string }) {
  const { data: endpoint } = useQuery(endpointQueries.detail(endpointId));
  const titleId = useId();
  if (!endpoint?.myEffectiveRoles.includes('administrator')) return null;
  const { gcsManagerUrl } = endpoint;
  return (
    <section className={`card stack ${styles.policy}`} aria-labelledby={titleId}>
      <h2 id={titleId}>Policy of the gateway</h2>
      {gcsManagerUrl === null ? (
        <p className="muted">Globus tells no address of this endpoint's GCS Manager, which keeps it.</p>
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
    ...streamGatewayQueries.ofEndpoint(endpointId, gcsManagerUrl),
    enabled: hasToken,
  });
  const isRefused = gateways.error instanceof ApiError && gateways.error.kind === 'unauthorized';
  if (!hasToken) return <AskForConsent endpointId={endpointId} />;
  if (isRefused) {
    return (
      <>
        <div role="alert">
          <p>The endpoint's GCS Manager does not take this sign-in, or takes it no more.</p>
          <RequestId id={requestIdOf(gateways.error)} />
        </div>
        <AskForConsent endpointId={endpointId} />
      </>
    );
  }
  return (
    <QueryStates query={gateways} skeleton={<Skeleton rows={3} height="44px" />}>
      {({ items, unreadable }) => {
        const behind = gatewaysOfAccessPoint(accessPoint.name, items);
        return behind.length > 0 ? (
          behind.map((gateway) => <Demands key={gateway.id} gateway={gateway} />)
        ) : (
          <p className="muted">
            Of the gateways that this endpoint tells of, none is called as the access point is
            {unreadable > 0 && `; ${unreadable} could not be read`}.
          </p>
        );
      }}
    </QueryStates>
  );
}

/** A sign-in that brings a token for the endpoint, and comes back to this page. */
function AskForConsent({ endpointId }: { endpointId: string }) {
  const asked = {
    message: null,
    requiredIdentities: [],
    requiredPolicies: [],
    requiredSingleDomain: [],
    requiredMfa: null,
    requiredScopes: [manageCollectionsScope(endpointId)],
    prompt: null,
  };
  return (
    <>
      <p>
        The endpoint's own GCS Manager keeps it. Globus has one permission for all that one does there, to
        manage the endpoint's collections, and asks you for it. This dashboard only reads.
      </p>
      <div className="row">
        <SignInRemedyButton
          remedy={{ label: 'Show the policy', authorization: asked, asDifferentUser: false }}
          isPrimary={false}
        />
      </div>
    </>
  );
}

function Demands({ gateway }: { gateway: StreamGateway }) {
  const { authenticationTimeoutMinutes, requiresMfa, identityMappingCount, requiresLanSecret, lanName } =
    gateway;
  return (
    <dl className={styles.requirements}>
      <Told name="Identities from">{words(gateway.allowedDomains, 'no domain named')}</Told>
      <Told name="A sign-in is good for">
        {authenticationTimeoutMinutes !== null && durationText(authenticationTimeoutMinutes * 60_000)}
      </Told>
      <Told name="Multi-factor authentication">{needed(requiresMfa)}</Told>
      <Told name="Users allowed">{words(gateway.usersAllowed, 'none named')}</Told>
      <Told name="Users denied">{words(gateway.usersDenied, 'none named')}</Told>
      <Told name="Rules that map identities to local users">{identityMappingCount?.toString()}</Told>
      <Told name="LAN secret">{needed(requiresLanSecret)}</Told>
      <Told name="Network">{lanName && <bdi>{lanName}</bdi>}</Told>
    </dl>
  );
}

function Told({ name, children }: { name: string; children: ReactNode }) {
  return <Fact name={name}>{children || <span className="muted">not told</span>}</Fact>;
}

function words(texts: string[] | null, none: string): ReactNode {
  if (texts?.length === 0) return none;
  return texts && <bdi>{texts.join(', ')}</bdi>;
}

function needed(isNeeded: boolean | null): string | null {
  return isNeeded === null ? null : isNeeded ? 'needed' : 'not needed';
}
