import { memo } from 'react';
import { Link } from 'react-router';
import { routePaths } from '../../../config/routePaths.ts';
import type { Endpoint } from '../../../domain/site/endpoint.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { Fact } from '../../../ui/text/Fact.tsx';
import { OutcomeCounts } from '../OutcomeCounts.tsx';
import { Subscription } from '../Subscription.tsx';
import styles from './EndpointRow.module.css';

interface Props {
  endpoint: Endpoint;
  accessPointCount: number;
  /** The tunnels through the endpoint; undefined until they are loaded. */
  tunnels: readonly Tunnel[] | undefined;
  /** Whether this page can reach the endpoint's GCS Manager; null while that isn't known. */
  isManagerReachable: boolean | null;
}

function Row({ endpoint, accessPointCount, tunnels, isManagerReachable }: Props) {
  const { id, name, organization, gcsVersion, gcsManagerUrl } = endpoint;
  return (
    <li className={styles.row}>
      <div className={styles.identity}>
        <Link className={styles.name} to={routePaths.endpoint(id)} dir="auto">
          {name ?? id}
        </Link>
        <p className="muted small">
          <bdi>{organization ?? 'No organization'}</bdi>
        </p>
      </div>
      <dl className={styles.facts}>
        <Fact name="Version">{gcsVersion ?? <Unknown />}</Fact>
        <Fact name="Subscription">
          <Subscription hasSubscription={endpoint.hasSubscription} />
        </Fact>
        <Fact name="Access points">{accessPointCount.toLocaleString('en')}</Fact>
        <Fact name="Tunnels">{tunnels ? <OutcomeCounts tunnels={tunnels} /> : <Unknown />}</Fact>
        <Fact name="GCS Manager">
          {gcsManagerUrl === null ? (
            <span className="muted">None</span>
          ) : isManagerReachable === null ? (
            <span className="muted">Not checked</span>
          ) : isManagerReachable ? (
            'Reachable'
          ) : (
            <strong className={styles.problem}>Can’t be reached</strong>
          )}
        </Fact>
      </dl>
    </li>
  );
}

function Unknown() {
  return <span className="muted">Unknown</span>;
}

/** Shows an endpoint in the list. Rows whose data stays the same aren't rendered again while others arrive. */
export const EndpointRow = memo(Row);
