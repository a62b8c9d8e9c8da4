import type { ReactNode } from 'react';
import type { StreamGateway } from '../../../domain/site/streamGateway.ts';
import { EmailLink } from '../../../ui/text/EmailLink.tsx';
import { Fact } from '../../../ui/text/Fact.tsx';
import { FactGrid } from '../../../ui/text/FactGrid.tsx';
import { IdText } from '../../../ui/text/IdText.tsx';
import { UntrustedLink } from '../../../ui/text/UntrustedLink.tsx';
import { PageCard } from '../PageCard.tsx';

/** Shows how a gateway presents itself: description and contacts. Its texts are untrusted and stay plain text. */
export function GatewayFacts({ gateway }: { gateway: StreamGateway }) {
  const { id, contactEmail, infoLink, keywords } = gateway;
  return (
    <PageCard title="About">
      <FactGrid>
        <Fact name="Gateway ID">
          <IdText id={id} contentLabel="gateway ID" isFull />
        </Fact>
        <Fact name="Description">{text(gateway.description)}</Fact>
        <Fact name="Organization">{text(gateway.organization)}</Fact>
        <Fact name="Department">{text(gateway.department)}</Fact>
        <Fact name="Contact email">{contactEmail ? <EmailLink text={contactEmail} /> : text(null)}</Fact>
        <Fact name="Other contact">{text(gateway.contactInfo)}</Fact>
        <Fact name="More information">{infoLink ? <UntrustedLink text={infoLink} /> : text(null)}</Fact>
        <Fact name="Keywords">{text(keywords?.join(', ') ?? null)}</Fact>
        <Fact name="Server">{text(gateway.tlsftpUrl)}</Fact>
        <Fact name="Domain">{text(gateway.domainName)}</Fact>
      </FactGrid>
    </PageCard>
  );
}

function text(value: string | null): ReactNode {
  return value?.trim() ? <span dir="auto">{value}</span> : <span className="muted">None</span>;
}
