import { useQuery } from '@tanstack/react-query';
import { managerInfoQueries } from '../../../api/gcs/managerInfo.ts';
import type { GcsManager } from '../../../api/http/http.ts';
import { runtimeConfig } from '../../../config/runtimeConfig.ts';
import type { Endpoint } from '../../../domain/site/endpoint.ts';
import { Fact } from '../../../ui/text/Fact.tsx';
import { FactGrid } from '../../../ui/text/FactGrid.tsx';
import { gcsManagerOf } from '../gcsManagerOf.ts';
import { PageCard } from '../PageCard.tsx';

/** Shows the address of an endpoint's GCS Manager, and what the manager reports about itself to anyone. */
export function ManagerFacts({ endpoint }: { endpoint: Endpoint }) {
  const { gcsManagerUrl } = endpoint;
  const manager = gcsManagerOf(endpoint, runtimeConfig());
  if (gcsManagerUrl === null) return null;
  return (
    <PageCard title="GCS Manager">
      <FactGrid>
        <Fact name="Address">
          <span className="mono">{gcsManagerUrl}</span>
        </Fact>
        {manager && <ManagerInfo manager={manager} />}
      </FactGrid>
    </PageCard>
  );
}

function ManagerInfo({ manager }: { manager: GcsManager }) {
  const { data, isPending, error } = useQuery(managerInfoQueries.detail(manager));
  const unknown = <span className="muted">{isPending && !error ? 'Loading' : 'Unknown'}</span>;
  return (
    <>
      <Fact name="Manager version">{data?.managerVersion ? <bdi>{data.managerVersion}</bdi> : unknown}</Fact>
      <Fact name="API version">{data?.apiVersion ? <bdi>{data.apiVersion}</bdi> : unknown}</Fact>
      <Fact name="Domain">{data?.domainName ? <bdi>{data.domainName}</bdi> : unknown}</Fact>
    </>
  );
}
