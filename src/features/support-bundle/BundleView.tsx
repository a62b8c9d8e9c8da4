import { identityName } from '../../domain/site/identity.ts';
import type { SupportBundle } from '../../domain/support-bundle/createBundle.ts';
import { toSingleLine } from '../../domain/text/plainText.ts';
import { contactText } from '../../domain/tunnel/contact.ts';
import { reliableTunnelHistory } from '../../domain/tunnel/history.ts';
import { pathSegments } from '../../domain/tunnel/path.ts';
import { endsAtMs, tunnelName } from '../../domain/tunnel/tunnel.ts';
import { Fact } from '../../ui/text/Fact.tsx';
import { IdText } from '../../ui/text/IdText.tsx';
import { TimeText } from '../../ui/text/TimeText.tsx';
import { DiagnosisView } from '../../ui/tunnel/DiagnosisView.tsx';
import { EventTimeline } from '../../ui/tunnel/EventTimeline.tsx';
import { RequestTable } from '../../ui/tunnel/RequestTable.tsx';
import { TunnelPath } from '../../ui/tunnel/TunnelPath.tsx';
import { TunnelStateBadge } from '../../ui/tunnel/TunnelStateBadge.tsx';
import styles from './BundleView.module.css';

/** Shows a support bundle like a tunnel's page, but without links and actions, because it's a snapshot. */
export function BundleView({ bundle }: { bundle: SupportBundle }) {
  const { tunnel, initiator, listener, owner, events, requests } = bundle;
  return (
    <>
      <section className="card stack" aria-labelledby="bundle-tunnel">
        <h2 id="bundle-tunnel" className={styles.label} dir="auto">
          {toSingleLine(tunnelName(tunnel), 300)}
        </h2>
        <div>
          <p className={styles.state}>
            <TunnelStateBadge tunnel={tunnel} />
            <span>
              as of <TimeText ms={bundle.madeAtMs} format="clock" />
            </span>
          </p>
          {tunnel.status && (
            <p className={`muted ${styles.label}`} dir="auto">
              Globus said: “{toSingleLine(tunnel.status, 500)}”
            </p>
          )}
        </div>
        <TunnelPath
          segments={pathSegments(tunnel, reliableTunnelHistory(bundle))}
          names={{
            initiator: toSingleLine(initiator?.name ?? 'Unknown', 120),
            listener: toSingleLine(listener?.name ?? 'Unknown', 120),
            initiatorContact: tunnel.initiatorContact && contactText(tunnel.initiatorContact),
            listenerContact: tunnel.listenerContact && contactText(tunnel.listenerContact),
          }}
        />
      </section>
      <DiagnosisView diagnosis={bundle.diagnosis} />
      <section className="card" aria-labelledby="bundle-facts">
        <h2 id="bundle-facts">Details</h2>
        <dl className={styles.facts}>
          <Fact name="Bundle created">
            <TimeText ms={bundle.madeAtMs} withUtc />
          </Fact>
          <Fact name="Created with">{bundle.app}</Fact>
          <Fact name="Browser">{bundle.browser}</Fact>
          <Fact name="Globus host">{bundle.globus}</Fact>
          <Fact name="Tunnel ID">
            <IdText id={tunnel.id} contentLabel="tunnel ID" isFull />
          </Fact>
          <Fact name="Initiator ID">{tunnel.initiatorAccessPointId ?? 'Unknown'}</Fact>
          <Fact name="Listener ID">{tunnel.listenerAccessPointId ?? 'Unknown'}</Fact>
          <Fact name="Tunnel created">
            <TimeText ms={tunnel.createdAtMs} withUtc />
          </Fact>
          <Fact name="Scheduled end">
            <TimeText ms={endsAtMs(tunnel)} format="clock" withUtc />
          </Fact>
          <Fact name="Owner">
            {owner ? `${identityName(owner)}, ${owner.username}` : (tunnel.ownerId ?? 'Unknown')}
          </Fact>
        </dl>
      </section>
      <section className="card" aria-labelledby="bundle-events">
        <h2 id="bundle-events">Events{bundle.isEveryEvent ? '' : ' (incomplete)'}</h2>
        {events === null ? (
          <p>The events couldn’t be loaded when the bundle was created.</p>
        ) : (
          <EventTimeline events={events} order="newest" />
        )}
      </section>
      {requests.length > 0 && (
        <section className="card" aria-labelledby="bundle-requests">
          <h2 id="bundle-requests">API requests</h2>
          <RequestTable requests={requests} />
        </section>
      )}
    </>
  );
}
