import { useQuery } from '@tanstack/react-query';
import { identityQueries } from '../../api/identities.ts';
import { findIdentity, identityName } from '../../domain/site/identity.ts';
import { durationText } from '../../domain/text/time.ts';
import { isTerminal, tunnelCan } from '../../domain/tunnel/state.ts';
import { endsAtMs, type Tunnel } from '../../domain/tunnel/tunnel.ts';
import { Fact } from '../../ui/text/Fact.tsx';
import { IdText } from '../../ui/text/IdText.tsx';
import { TimeText } from '../../ui/text/TimeText.tsx';
import { LifetimeBar } from '../../ui/tunnel/LifetimeBar.tsx';
import { SideFacts } from './SideFacts.tsx';
import styles from './TunnelFacts.module.css';
import type { TunnelPageData } from './tunnelPageData.ts';

/** Everything Globus says about a tunnel, and nothing it does not. */
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
          note={isGone ? null : listenerRule(tunnel)}
        />
      </div>
      <dl className={styles.facts}>
        <Fact name="State, in Globus’ words">
          <span className="mono" dir="auto">
            {tunnel.stateText || 'empty'}
          </span>
        </Fact>
        <Fact name="Created">
          <TimeText ms={tunnel.createdAtMs} withUtc />
        </Fact>
        <Fact name="Lifetime ends">
          <TimeText ms={endsAtMs(tunnel)} format="clock" withUtc />
          {lifetimeMinutes !== null && (
            <span className="muted"> (lifetime {durationText(lifetimeMinutes * 60_000)})</span>
          )}
          <LifetimeBar tunnel={tunnel} />
        </Fact>
        <Fact name="Restarts after a failure">{tunnel.restartable ? 'Yes' : 'No'}</Fact>
        <Fact name="Owner">{ownerId ? <Owner id={ownerId} /> : 'not told'}</Fact>
        <Fact name="Tunnel id">
          <IdText id={tunnel.id} contentLabel="tunnel id" isFull />
        </Fact>
        {tunnel.submissionId && (
          <Fact name="Submission id">
            <IdText id={tunnel.submissionId} contentLabel="submission id" isFull />
          </Fact>
        )}
      </dl>
    </section>
  );
}

/** What can be done about the listener's contact, in the words for this tunnel (api, states). */
function listenerRule(tunnel: Tunnel): string | null {
  if (tunnel.state === 'UNINITIALIZED')
    return 'It is asked for as soon as the tunnel waits for its listener.';
  if (tunnel.state === 'AWAITING_LISTENER' && !tunnel.listenerContact)
    return 'Give it above, or on the listener’s host: that starts the tunnel.';
  if (tunnelCan.setListener(tunnel))
    return 'It can be given above; whether this tunnel takes it, Globus decides.';
  return isTerminal(tunnel)
    ? null
    : 'It is given while a tunnel waits for its listener. A new tunnel can have another.';
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
      <IdText id={id} contentLabel="owner's id" isFull />
    </>
  );
}
