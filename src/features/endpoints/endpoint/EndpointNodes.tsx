import { useQuery } from '@tanstack/react-query';
import { endpointNodeQueries } from '../../../api/gcs/endpointNodes.ts';
import type { GcsManager } from '../../../api/http/http.ts';
import type { EndpointNode } from '../../../domain/site/endpointNode.ts';
import { Fact } from '../../../ui/text/Fact.tsx';
import { FactGrid } from '../../../ui/text/FactGrid.tsx';
import { ManagerQuery } from '../ManagerQuery.tsx';
import { PageCard } from '../PageCard.tsx';
import styles from './EndpointNodes.module.css';

/** Lists the nodes of an endpoint: status, addresses on the site's networks, and the ports for streams. */
export function EndpointNodes({ manager }: { manager: GcsManager }) {
  const nodes = useQuery(endpointNodeQueries.list(manager));
  return (
    <PageCard title="Nodes">
      <ManagerQuery
        query={nodes}
        endpointId={manager.endpointId}
        content="nodes"
        isEmpty={({ items, unreadable }) => items.length + unreadable === 0}
        empty={<p className="muted">This endpoint has no node, so nothing carries its streams.</p>}
      >
        {({ items, unreadable }) => (
          <>
            <ul className={styles.nodes} aria-label="Nodes">
              {items.map((node) => (
                <li key={node.id}>
                  <NodeFacts node={node} />
                </li>
              ))}
            </ul>
            {unreadable > 0 && (
              <p className="muted">
                {unreadable === 1 ? '1 node' : `${unreadable} nodes`} couldn’t be loaded.
              </p>
            )}
          </>
        )}
      </ManagerQuery>
    </PageCard>
  );
}

function NodeFacts({ node }: { node: EndpointNode }) {
  const { id, name, status, ipAddresses, lanAddresses, internalStreamPorts } = node;
  return (
    <FactGrid>
      <Fact name="Node">{name ? <bdi>{name}</bdi> : <span className="mono">{id}</span>}</Fact>
      <Fact name="Status">
        {status === null ? <Unknown /> : <bdi>{status.charAt(0).toUpperCase() + status.slice(1)}</bdi>}
      </Fact>
      <Fact name="Public addresses">
        {ipAddresses.length > 0 ? <span className="mono">{ipAddresses.join(', ')}</span> : <Unknown />}
      </Fact>
      <Fact name="LAN addresses">
        {lanAddresses.length === 0
          ? 'None'
          : lanAddresses.map(({ address, networkName }) => (
              <div key={`${address} ${networkName}`}>
                <span className="mono">{address}</span>
                {networkName && (
                  <>
                    {' '}
                    on <bdi>{networkName}</bdi>
                  </>
                )}
              </div>
            ))}
      </Fact>
      <Fact name="Stream ports within the site">
        {internalStreamPorts ? `${internalStreamPorts.first}–${internalStreamPorts.last}` : <Unknown />}
      </Fact>
    </FactGrid>
  );
}

function Unknown() {
  return <span className="muted">Unknown</span>;
}
