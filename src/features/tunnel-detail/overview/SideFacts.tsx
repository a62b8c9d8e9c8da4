import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { endpointQueries } from '../../../api/endpoints.ts';
import { routePaths } from '../../../config/routePaths.ts';
import type { AccessPoint } from '../../../domain/site/accessPoint.ts';
import { type Contact, contactText } from '../../../domain/tunnel/contact.ts';
import { CopyButton } from '../../../ui/controls/CopyButton.tsx';
import { Fact } from '../../../ui/text/Fact.tsx';
import { IdText } from '../../../ui/text/IdText.tsx';
import styles from './SideFacts.module.css';

/** Shows one side of a tunnel: its access point and endpoint by name and ID, and its address. */
export function SideFacts({
  side,
  accessPoint,
  id,
  contact,
  note,
}: {
  side: 'Initiator' | 'Listener';
  accessPoint: AccessPoint | null;
  id: string | null;
  contact: Contact | null;
  /** What the reader should know about the address. */
  note?: string | null;
}) {
  const endpointId = accessPoint?.hostEndpointId ?? null;
  const endpoint = useQuery({
    ...endpointQueries.detail(endpointId ?? ''),
    enabled: endpointId !== null,
  }).data;
  return (
    <dl className={styles.side}>
      <Fact name={side}>
        {id === null ? (
          <span className="muted">Unknown</span>
        ) : (
          <>
            {accessPoint && (
              <Link to={routePaths.accessPoint(id)} dir="auto">
                {accessPoint.name}
              </Link>
            )}
            <IdText id={id} contentLabel={`${side.toLowerCase()} ID`} isFull />
          </>
        )}
      </Fact>
      <Fact name={`${side} endpoint`}>
        {endpointId === null ? (
          <span className="muted">Unknown</span>
        ) : (
          <>
            {endpoint && <span dir="auto">{endpoint.name}</span>}
            <IdText id={endpointId} contentLabel={`${side.toLowerCase()} endpoint ID`} isFull />
          </>
        )}
      </Fact>
      <Fact name={`${side} address`}>
        {contact ? (
          <span className="row" style={{ gap: 0 }}>
            <span className="mono">{contactText(contact)}</span>
            <CopyButton text={contactText(contact)} contentLabel={`${side.toLowerCase()} address`} compact />
          </span>
        ) : (
          <span className="muted">Not set</span>
        )}
        {note && <p className="small muted">{note}</p>}
      </Fact>
    </dl>
  );
}
