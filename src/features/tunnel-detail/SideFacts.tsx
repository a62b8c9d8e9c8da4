import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { endpointQueries } from '../../api/endpoints.ts';
import { routePaths } from '../../config/routePaths.ts';
import type { AccessPoint } from '../../domain/site/accessPoint.ts';
import { type Contact, contactText } from '../../domain/tunnel/contact.ts';
import { CopyButton } from '../../ui/controls/CopyButton.tsx';
import { Fact } from '../../ui/text/Fact.tsx';
import { IdText } from '../../ui/text/IdText.tsx';
import styles from './TunnelFacts.module.css';

/** One side of a tunnel: its access point and endpoint by name and id, and its contact. */
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
  /** What one should know about the contact. */
  note?: string | null;
}) {
  const endpointId = accessPoint?.hostEndpointId ?? null;
  const endpoint = useQuery({
    ...endpointQueries.detail(endpointId ?? ''),
    enabled: endpointId !== null,
  }).data;
  // What one connects to is printed by Globus' tools; this is only what the API tells.
  const contactName = side === 'Initiator' ? "Initiator's address" : "Listener's contact";
  return (
    <dl className={styles.side}>
      <Fact name={side}>
        {id === null ? (
          'not told'
        ) : (
          <>
            {accessPoint && (
              <Link to={routePaths.accessPoint(id)} dir="auto">
                {accessPoint.name}
              </Link>
            )}
            <IdText id={id} contentLabel={`${side.toLowerCase()}'s id`} isFull />
          </>
        )}
      </Fact>
      <Fact name={`${side}'s endpoint`}>
        {endpointId === null ? (
          <span className="muted">not told</span>
        ) : (
          <>
            {endpoint && <span dir="auto">{endpoint.name}</span>}
            <IdText id={endpointId} contentLabel={`id of the ${side.toLowerCase()}'s endpoint`} isFull />
          </>
        )}
      </Fact>
      <Fact name={contactName}>
        {contact ? (
          <span className="row" style={{ gap: 0 }}>
            <span className="mono">{contactText(contact)}</span>
            <CopyButton text={contactText(contact)} contentLabel={contactName.toLowerCase()} compact />
          </span>
        ) : (
          <span className="muted">none yet</span>
        )}
        {note && <p className="small muted">{note}</p>}
      </Fact>
    </dl>
  );
}
