import type { Endpoint } from '../../../domain/site/endpoint.ts';
import { Fact } from '../../../ui/text/Fact.tsx';
import { FactGrid } from '../../../ui/text/FactGrid.tsx';
import { IdText } from '../../../ui/text/IdText.tsx';
import { PageCard } from '../PageCard.tsx';
import { Subscription } from '../Subscription.tsx';

/** Shows what Globus reports about an endpoint, and the roles of the signed-in person. */
export function EndpointFacts({ endpoint }: { endpoint: Endpoint }) {
  const { id, organization, owner, gcsVersion, isPublic, myEffectiveRoles } = endpoint;
  return (
    <PageCard title="About">
      <FactGrid>
        <Fact name="Endpoint ID">
          <IdText id={id} contentLabel="endpoint ID" isFull />
        </Fact>
        <Fact name="Organization">{text(organization)}</Fact>
        <Fact name="Owner">{text(owner)}</Fact>
        <Fact name="Version">{text(gcsVersion)}</Fact>
        <Fact name="Subscription">
          <Subscription hasSubscription={endpoint.hasSubscription} />
        </Fact>
        <Fact name="Visible to">
          {isPublic === null ? text(null) : isPublic ? 'Everyone' : 'People with a role on it'}
        </Fact>
        <Fact name="Your roles">
          {myEffectiveRoles.length > 0 ? (
            <bdi>{myEffectiveRoles.map((role) => role.replaceAll('_', ' ')).join(', ')}</bdi>
          ) : (
            <span className="muted">None</span>
          )}
        </Fact>
      </FactGrid>
    </PageCard>
  );
}

function text(value: string | null) {
  return value === null ? <span className="muted">Unknown</span> : <bdi>{value}</bdi>;
}
