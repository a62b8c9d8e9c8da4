import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { endpointQueries } from '../../../api/endpoints.ts';
import { QueryStates } from '../../../ui/query-states/QueryStates.tsx';
import { Skeleton } from '../../../ui/query-states/Skeleton.tsx';
import { RawDocumentText } from '../../../ui/text/RawDocumentText.tsx';
import styles from './EndpointDocument.module.css';

/** Shows the endpoint's document as Globus sent it, once it is opened. */
export function EndpointDocument({ id }: { id: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className={`card ${styles.document}`}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>Raw data from Globus Transfer</summary>
      {isOpen && <Document id={id} />}
    </details>
  );
}

function Document({ id }: { id: string }) {
  const document = useQuery(endpointQueries.document(id));
  return (
    <QueryStates query={document} skeleton={<Skeleton rows={6} height="20px" />}>
      {(loaded) => <RawDocumentText title="Endpoint" document={loaded} />}
    </QueryStates>
  );
}
