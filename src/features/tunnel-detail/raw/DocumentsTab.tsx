import { useQuery } from '@tanstack/react-query';
import { accessPointQueries } from '../../../api/accessPoints.ts';
import { tunnelEventQueries } from '../../../api/tunnels/tunnelEvents.ts';
import { tunnelQueries } from '../../../api/tunnels/tunnels.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { QueryStates } from '../../../ui/query-states/QueryStates.tsx';
import { Skeleton } from '../../../ui/query-states/Skeleton.tsx';
import { RawDocumentText } from '../../../ui/text/RawDocumentText.tsx';
import styles from './DocumentsTab.module.css';

/** Shows the API documents behind this page, indented for reading but otherwise exactly as Globus sent them. */
export function DocumentsTab({ tunnel }: { tunnel: Tunnel }) {
  const { id, initiatorAccessPointId, listenerAccessPointId } = tunnel;
  return (
    <div className="stack">
      <p className="muted">
        The API responses, loaded when you opened this page. Copying keeps the exact text from Globus.
      </p>
      <Document title="Tunnel" query={tunnelQueries.document(id)} isOpen />
      <Document title="Events, first page" query={tunnelEventQueries.document(id)} />
      {initiatorAccessPointId && (
        <Document title="Initiator" query={accessPointQueries.document(initiatorAccessPointId)} />
      )}
      {listenerAccessPointId && (
        <Document title="Listener" query={accessPointQueries.document(listenerAccessPointId)} />
      )}
    </div>
  );
}

function Document({
  title,
  query,
  isOpen = false,
}: {
  title: string;
  query: ReturnType<typeof tunnelQueries.document>;
  isOpen?: boolean;
}) {
  const document = useQuery(query);
  return (
    <details className={`card ${styles.document}`} open={isOpen}>
      <summary>{title}</summary>
      <QueryStates query={document} skeleton={<Skeleton rows={6} height="20px" />}>
        {(loaded) => <RawDocumentText title={title} document={loaded} />}
      </QueryStates>
    </details>
  );
}
