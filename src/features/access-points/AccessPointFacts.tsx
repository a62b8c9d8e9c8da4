import { type ReactNode, useId } from 'react';
import { type AccessPoint, tlsftpHost } from '../../domain/accessPoint.ts';
import { IdText } from '../../ui/IdText.tsx';
import styles from './AccessPointFacts.module.css';
import { HostEndpoint } from './HostEndpoint.tsx';
import { KeywordChips } from './KeywordChips.tsx';
import { mailLink } from './mailAddress.ts';
import { UntrustedLink } from './UntrustedLink.tsx';

/** Every attribute of an access point. Its texts are somebody's free words and stay text. */
export function AccessPointFacts({ accessPoint }: { accessPoint: AccessPoint }) {
  const { id, hostEndpointId, tlsftpServer, keywords, contactEmail } = accessPoint;
  return (
    <div className={styles.facts}>
      <Part title="About">
        <Fact name="Description">{free(accessPoint.description)}</Fact>
        <Fact name="Organization">{free(accessPoint.organization)}</Fact>
        <Fact name="Department">{free(accessPoint.department)}</Fact>
        <Fact name="Owner">{free(accessPoint.owner)}</Fact>
        <Fact name="Keywords">{keywords.length > 0 && <KeywordChips keywords={keywords} />}</Fact>
        <Fact name="More information">
          {accessPoint.infoLink && <UntrustedLink text={accessPoint.infoLink} />}
        </Fact>
      </Part>
      <Part title="Contact">
        <Fact name="Mail">{contactEmail && <Mail text={contactEmail} />}</Fact>
        <Fact name="Contact">{free(accessPoint.contactInfo)}</Fact>
      </Part>
      <Part title="For tools and support">
        <Fact name="Access point id">
          <IdText id={id} what="the access point's id" whole />
        </Fact>
        <Fact name="Host endpoint">{hostEndpointId && <HostEndpoint id={hostEndpointId} />}</Fact>
        <Fact name="Server">
          {tlsftpServer && (
            <span className="mono" title={tlsftpServer}>
              {tlsftpHost(tlsftpServer)}
            </span>
          )}
        </Fact>
      </Part>
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

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children || <span className="muted">not given</span>}</dd>
    </div>
  );
}

/** Lines as they were written, in the direction they were written in. */
function free(text: string | null): ReactNode {
  return (
    text?.trim() && (
      <span className={styles.free} dir="auto">
        {text}
      </span>
    )
  );
}

function Mail({ text }: { text: string }) {
  const href = mailLink(text);
  return href ? <a href={href}>{text.trim()}</a> : free(text);
}
