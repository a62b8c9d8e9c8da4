import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { identityQueries } from '../../api/identities.ts';
import { routePaths } from '../../config/routePaths.ts';
import { contactText } from '../../domain/contact.ts';
import { shortId } from '../../domain/id.ts';
import { identityName } from '../../domain/identity.ts';
import { durationText } from '../../domain/time.ts';
import { endsAtMs, type Tunnel, timeLeftMs } from '../../domain/tunnel.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { IdText } from '../../ui/IdText.tsx';
import { TimeText } from '../../ui/TimeText.tsx';
import { useNow } from '../../ui/useNow.ts';
import styles from './TunnelFacts.module.css';

/** Everything Globus says about a tunnel, and nothing it does not. */
export function TunnelFacts({
  tunnel,
  initiator,
  listener,
}: {
  tunnel: Tunnel;
  /** The access points' names. */
  initiator: string;
  listener: string;
}) {
  const leftMs = timeLeftMs(tunnel, useNow(15_000));
  const { initiatorAccessPointId, listenerAccessPointId, ownerId, lifetimeMinutes } = tunnel;
  return (
    <section className="card" aria-labelledby="facts">
      <h2 id="facts">Details</h2>
      <dl className={styles.facts}>
        <Fact name="Initiator">
          {initiatorAccessPointId ? (
            <Link to={routePaths.accessPoint(initiatorAccessPointId)}>{initiator}</Link>
          ) : (
            initiator
          )}
        </Fact>
        <Fact name="Initiator's contact">
          <ContactLine contact={tunnel.initiatorContact} what="initiator's contact" />
        </Fact>
        <Fact name="Listener">
          {listenerAccessPointId ? (
            <Link to={routePaths.accessPoint(listenerAccessPointId)}>{listener}</Link>
          ) : (
            listener
          )}
        </Fact>
        <Fact name="Listener's contact">
          <ContactLine contact={tunnel.listenerContact} what="listener's contact" />
        </Fact>
        <Fact name="Created">
          <TimeText ms={tunnel.createdAtMs} />
        </Fact>
        <Fact name="Lifetime ends">
          <TimeText ms={endsAtMs(tunnel)} as="clock" />
          {leftMs !== null && leftMs > 0 && `, in ${durationText(leftMs)}`}
          {lifetimeMinutes !== null && (
            <span className="muted"> (lifetime {durationText(lifetimeMinutes * 60_000)})</span>
          )}
        </Fact>
        <Fact name="Restarts after a failure">{tunnel.restartable ? 'Yes' : 'No'}</Fact>
        <Fact name="Owner">{ownerId ? <Owner id={ownerId} /> : 'not told'}</Fact>
        <Fact name="Tunnel id">
          <IdText id={tunnel.id} what="tunnel id" whole />
        </Fact>
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function ContactLine({ contact, what }: { contact: Tunnel['initiatorContact']; what: string }) {
  if (!contact) return <span className="muted">none yet</span>;
  const text = contactText(contact);
  return (
    <span className="row" style={{ gap: 0 }}>
      <span className="mono">{text}</span>
      <CopyButton text={text} what={what} compact />
    </span>
  );
}

function Owner({ id }: { id: string }) {
  const identity = useQuery(identityQueries.byId([id])).data?.[id];
  if (!identity) return <span className="mono">{shortId(id)}</span>;
  return (
    <>
      {identityName(identity)} <span className="muted">{identity.username}</span>
    </>
  );
}
