import { useQuery } from '@tanstack/react-query';
import { rawDocumentQueries } from '../../api/rawDocuments.ts';
import { indentJson } from '../../domain/text/json.ts';
import { showControlCharacters } from '../../domain/text/plainText.ts';
import type { Tunnel } from '../../domain/tunnel/tunnel.ts';
import { CopyButton } from '../../ui/controls/CopyButton.tsx';
import { QueryStates } from '../../ui/query-states/QueryStates.tsx';
import { Skeleton } from '../../ui/query-states/Skeleton.tsx';
import { ScrollingText } from '../../ui/text/ScrollingText.tsx';
import styles from './DocumentsTab.module.css';

/** The documents behind this page as the API sent them; only white space is added for reading. */
export function DocumentsTab({ tunnel }: { tunnel: Tunnel }) {
  const { id, initiatorAccessPointId, listenerAccessPointId } = tunnel;
  const pages = { tunnel: rawDocumentQueries.tunnel(id), events: rawDocumentQueries.events(id) };
  return (
    <div className="stack">
      <p className="muted">
        Read again when this page was opened. Copying gives the text exactly as the API sent it.
      </p>
      <Document title="Tunnel" query={pages.tunnel} isOpen />
      <Document title="Events, first page" query={pages.events} />
      {initiatorAccessPointId && (
        <Document title="Initiator" query={rawDocumentQueries.accessPoint(initiatorAccessPointId)} />
      )}
      {listenerAccessPointId && (
        <Document title="Listener" query={rawDocumentQueries.accessPoint(listenerAccessPointId)} />
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
  query: ReturnType<typeof rawDocumentQueries.tunnel>;
  isOpen?: boolean;
}) {
  const document = useQuery(query);
  return (
    <details className={`card ${styles.document}`} open={isOpen}>
      <summary>{title}</summary>
      <QueryStates query={document} skeleton={<Skeleton rows={6} height="20px" />}>
        {({ text, requestId }) => (
          <>
            <div className="row">
              <CopyButton text={text} contentLabel={`document: ${title}`} />
              <span className="small muted">
                Request id <span className="mono">{requestId ?? 'not told'}</span>
              </span>
            </div>
            <ScrollingText label={`Document: ${title}`} text={showControlCharacters(indentJson(text))} />
          </>
        )}
      </QueryStates>
    </details>
  );
}
