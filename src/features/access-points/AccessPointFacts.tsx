import { type ReactNode, useId } from 'react';
import { type AccessPoint, tlsftpHost } from '../../domain/site/accessPoint.ts';
import { Fact } from '../../ui/text/Fact.tsx';
import { IdText } from '../../ui/text/IdText.tsx';
import styles from './AccessPointFacts.module.css';
import { GatewayPolicy } from './GatewayPolicy.tsx';
import { HostEndpoint } from './HostEndpoint.tsx';
import { KeywordChips } from './KeywordChips.tsx';
import { mailtoUrl } from './mailtoUrl.ts';
import { UntrustedLink } from './UntrustedLink.tsx';

/** Every attribute of an access point. Its texts are somebody's free words and stay text. */
export function AccessPointFacts({ accessPoint }: { accessPoint: AccessPoint }) {
  const { id, hostEndpointId, tlsftpServer, keywords, contactEmail } = accessPoint;
  return (
    <div className={styles.facts}>
      <Part title="About">
        <Given name="Description">{free(accessPoint.description)}</Given>
        <Given name="Organization">{free(accessPoint.organization)}</Given>
        <Given name="Department">{free(accessPoint.department)}</Given>
        <Given name="Owner">{free(accessPoint.owner)}</Given>
        <Given name="Keywords">{keywords.length > 0 && <KeywordChips keywords={keywords} />}</Given>
        <Given name="More information">
          {accessPoint.infoLink && <UntrustedLink text={accessPoint.infoLink} />}
        </Given>
      </Part>
      <Part title="Contact">
        <Given name="Mail">{contactEmail && <Mail text={contactEmail} />}</Given>
        <Given name="Contact">{free(accessPoint.contactInfo)}</Given>
      </Part>
      <Part title="For tools and support">
        <Given name="Access point id">
          <IdText id={id} contentLabel="the access point's id" isFull />
        </Given>
        <Given name="Host endpoint">{hostEndpointId && <HostEndpoint id={hostEndpointId} />}</Given>
        <Given name="Server">
          {tlsftpServer && (
            <span className="mono" title={tlsftpServer}>
              {tlsftpHost(tlsftpServer)}
            </span>
          )}
        </Given>
      </Part>
      {hostEndpointId && <GatewayPolicy accessPoint={accessPoint} endpointId={hostEndpointId} />}
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const titleId = useId();
  return (
    <section className="card" aria-labelledby={titleId}>
      <h2 id={titleId}>{title}</h2>
      <dl className={styles.list}>{children}</dl>
    </section>
  );
}

function Given({ name, children }: { name: string; children: ReactNode }) {
  return <Fact name={name}>{children || <span className="muted">not given</span>}</Fact>;
}

/** Lines as they were written, in the direction they were written in. */
function free(text: string | null): ReactNode {
  return (
    text?.trim() && (
      <span className={styles.freeText} dir="auto">
        {text}
      </span>
    )
  );
}

function Mail({ text }: { text: string }) {
  const href = mailtoUrl(text);
  return href ? <a href={href}>{text.trim()}</a> : free(text);
}
