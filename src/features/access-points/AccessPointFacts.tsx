import { type ReactNode, useId } from 'react';
import { Link } from 'react-router';
import { routePaths } from '../../config/routePaths.ts';
import { type AccessPoint, tlsftpHost } from '../../domain/site/accessPoint.ts';
import { EmailLink } from '../../ui/text/EmailLink.tsx';
import { Fact } from '../../ui/text/Fact.tsx';
import { IdText } from '../../ui/text/IdText.tsx';
import { UntrustedLink } from '../../ui/text/UntrustedLink.tsx';
import styles from './AccessPointFacts.module.css';
import { HostEndpoint } from './HostEndpoint.tsx';
import { KeywordChips } from './KeywordChips.tsx';
import { GatewayPolicy } from './policy/GatewayPolicy.tsx';

/** Shows every attribute of an access point. Its texts are untrusted and stay plain text. */
export function AccessPointFacts({ accessPoint }: { accessPoint: AccessPoint }) {
  const { id, hostEndpointId, tlsftpServer, keywords, contactEmail } = accessPoint;
  return (
    <div className={styles.facts}>
      <Section title="About">
        <Attribute name="Description">{freeText(accessPoint.description)}</Attribute>
        <Attribute name="Organization">{freeText(accessPoint.organization)}</Attribute>
        <Attribute name="Department">{freeText(accessPoint.department)}</Attribute>
        <Attribute name="Owner">{freeText(accessPoint.owner)}</Attribute>
        <Attribute name="Keywords">{keywords.length > 0 && <KeywordChips keywords={keywords} />}</Attribute>
        <Attribute name="More information">
          {accessPoint.infoLink && <UntrustedLink text={accessPoint.infoLink} />}
        </Attribute>
      </Section>
      <Section title="Contact">
        <Attribute name="Email">{contactEmail && <EmailLink text={contactEmail} />}</Attribute>
        <Attribute name="Other contact">{freeText(accessPoint.contactInfo)}</Attribute>
      </Section>
      <Section title="Technical details">
        <Attribute name="Access point ID">
          <IdText id={id} contentLabel="access point ID" isFull />
        </Attribute>
        <Attribute name="Host endpoint">{hostEndpointId && <HostEndpoint id={hostEndpointId} />}</Attribute>
        <Attribute name="Tunnels">
          <Link to={routePaths.tunnelsOfAccessPoint(id)}>View its tunnels</Link>
        </Attribute>
        <Attribute name="Server">
          {tlsftpServer && (
            <span className="mono" title={tlsftpServer}>
              {tlsftpHost(tlsftpServer)}
            </span>
          )}
        </Attribute>
      </Section>
      {hostEndpointId && <GatewayPolicy accessPoint={accessPoint} endpointId={hostEndpointId} />}
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  const titleId = useId();
  return (
    <section className="card" aria-labelledby={titleId}>
      <h2 id={titleId}>{title}</h2>
      <dl className={styles.list}>{children}</dl>
    </section>
  );
}

function Attribute({ name, children }: { name: string; children: ReactNode }) {
  return <Fact name={name}>{children || <span className="muted">None</span>}</Fact>;
}

/** Keeps line breaks and the direction of writing. */
function freeText(text: string | null): ReactNode {
  return (
    text?.trim() && (
      <span className={styles.freeText} dir="auto">
        {text}
      </span>
    )
  );
}
