import { useQuery } from '@tanstack/react-query';
import { identityQueries } from '../../../api/identities.ts';
import { findIdentity, identityName } from '../../../domain/site/identity.ts';
import { durationText } from '../../../domain/text/time.ts';
import { isTerminal, tunnelCan } from '../../../domain/tunnel/state.ts';
import { endsAtMs, type Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { Fact } from '../../../ui/text/Fact.tsx';
import { IdText } from '../../../ui/text/IdText.tsx';
import { TimeText } from '../../../ui/text/TimeText.tsx';
import { LifetimeBar } from '../../../ui/tunnel/LifetimeBar.tsx';
import type { TunnelPageData } from '../tunnelPageData.ts';
import { SideFacts } from './SideFacts.tsx';
import styles from './TunnelFacts.module.css';

/** Shows every detail that Globus reports about a tunnel. */
export function TunnelFacts({ pageData, isGone }: { pageData: TunnelPageData; isGone: boolean }) {
  const { tunnel, initiator, listener } = pageData;
  const { ownerId, lifetimeMinutes } = tunnel;
  return (
    <section className="card" aria-labelledby="facts">
      <h2 id="facts">Details</h2>
      <div className={styles.facts}>
        <SideFacts
          side="Initiator"
          accessPoint={initiator}
          id={tunnel.initiatorAccessPointId}
          contact={tunnel.initiatorContact}
        />
        <SideFacts
          side="Listener"
          accessPoint={listener}
          id={tunnel.listenerAccessPointId}
          contact={tunnel.listenerContact}
          note={isGone ? null : listenerAddressNote(tunnel)}
        />
      </div>
      <dl className={styles.facts}>
        <Fact name="API state">
          <span className="mono" dir="auto">
            {tunnel.stateText || 'Empty'}
          </span>
        </Fact>
        <Fact name="Created">
          <TimeText ms={tunnel.createdAtMs} withUtc />
        </Fact>
        <Fact name="Scheduled end">
          <TimeText ms={endsAtMs(tunnel)} format="clock" withUtc />
          {lifetimeMinutes !== null && (
            <span className="muted"> (lifetime: {durationText(lifetimeMinutes * 60_000)})</span>
          )}
          <LifetimeBar tunnel={tunnel} />
        </Fact>
        <Fact name="Auto-restart">{tunnel.restartable ? 'Yes' : 'No'}</Fact>
        <Fact name="Owner">{ownerId ? <Owner id={ownerId} /> : <span className="muted">Unknown</span>}</Fact>
        <Fact name="Tunnel ID">
          <IdText id={tunnel.id} contentLabel="tunnel ID" isFull />
        </Fact>
        {tunnel.submissionId && (
          <Fact name="Submission ID">
            <IdText id={tunnel.submissionId} contentLabel="submission ID" isFull />
          </Fact>
        )}
      </dl>
    </section>
  );
}

/** Says whether the listener address can be set in the tunnel's state (globus-api.md, "States seen"). */
function listenerAddressNote(tunnel: Tunnel): string | null {
  if (tunnel.state === 'UNINITIALIZED') return 'You can enter it when setup is complete.';
  if (tunnel.state === 'AWAITING_LISTENER' && !tunnel.listenerContact)
    return 'To start the tunnel, enter it above or on the listener host.';
  if (tunnelCan.setListener(tunnel)) return 'You can change it above. Globus may reject the change.';
  return isTerminal(tunnel)
    ? null
    : 'You can’t change it now. To use a different address, create a new tunnel.';
}

function Owner({ id }: { id: string }) {
  const identity = findIdentity(useQuery(identityQueries.byId([id])).data, id);
  return (
    <>
      {identity && (
        <>
          <span dir="auto">{identityName(identity)}</span> <span className="muted">{identity.username}</span>
        </>
      )}
      <IdText id={id} contentLabel="owner ID" isFull />
    </>
  );
}
