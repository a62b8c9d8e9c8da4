import type { ComponentProps, ReactNode } from 'react';
import { Link } from 'react-router';
import { routePaths } from '../../../config/routePaths.ts';
import { contactText } from '../../../domain/tunnel/contact.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { CopyButton } from '../../../ui/controls/CopyButton.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import styles from './ConnectNextStep.module.css';
import { ListenerForm } from './ListenerForm.tsx';
import type { ListenerDraft } from './useListenerDraft.ts';

/** What the reader can do now, by the state the tunnel is in. */
export function ConnectNextStep({
  tunnel,
  initiator,
  listener,
  listenerDraft,
  hasDiagnosis = false,
  hasUnresolvedError = false,
  children,
}: {
  tunnel: Tunnel;
  /** The access points' names. */
  initiator: string;
  listener: string;
  listenerDraft: ListenerDraft;
  /** What a diagnosis on the same page says and offers is left out here. */
  hasDiagnosis?: boolean;
  /** An error stands unresolved: nothing is praised. */
  hasUnresolvedError?: boolean;
  /** The way on to the commands, where they are not on the same page. */
  children?: ReactNode;
}) {
  const { state, initiatorContact } = tunnel;
  const address = initiatorContact && contactText(initiatorContact);
  return (
    <>
      {state === 'UNINITIALIZED' && !hasDiagnosis && (
        <Box title="Globus is setting it up">
          <p>It asks both sites, which usually takes a few seconds.</p>
        </Box>
      )}
      {state === 'AWAITING_LISTENER' && tunnel.listenerContact && (
        <Box title="Connecting the two sides">
          <p>
            Globus takes <span className="mono">{contactText(tunnel.listenerContact)}</span> as the listener's
            address.
          </p>
          <AnotherAddress
            summary="Change the address"
            action="Change address"
            tunnelId={tunnel.id}
            listenerDraft={listenerDraft}
          />
        </Box>
      )}
      {state === 'AWAITING_LISTENER' && !tunnel.listenerContact && (
        <Box title="Your turn: say where the listening program is">
          <p>
            The listener is the side whose program waits for the connection. Give the address at which{' '}
            <strong>
              <bdi>{listener}</bdi>
            </strong>{' '}
            reaches that program, here or on its host.
          </p>
          <ListenerForm action="Start tunnel" tunnelId={tunnel.id} listenerDraft={listenerDraft} />
          {children}
        </Box>
      )}
      {state === 'ACTIVE' && (
        <Box
          isGood={!hasUnresolvedError}
          title={
            hasUnresolvedError ? (
              'Connect your application'
            ) : (
              <>
                <Icon name="check" /> It is ready: connect your application
              </>
            )
          }
        >
          <p>
            On the initiator's side (<bdi>{initiator}</bdi>), run{' '}
            <span className="mono">globus-streams environment initialize</span>: it prints the contact string.
            Start your program through <span className="mono">globus-streams-launch.sh</span>, or with that
            string.
          </p>
          {address && (
            <p className={styles.contact}>
              <span>The initiator's address, as Globus tells it</span>
              <strong className="mono">{address}</strong>
              <CopyButton text={address} contentLabel="initiator's address" />
            </p>
          )}
          {children}
        </Box>
      )}
      {state === 'unknown' && (
        <div className="card">
          <AnotherAddress
            summary="Give the listener's address"
            action="Give address"
            tunnelId={tunnel.id}
            listenerDraft={listenerDraft}
          />
        </div>
      )}
      {state === 'STOPPED' && !hasDiagnosis && (
        <Box title="It is over">
          <p>
            A stopped tunnel cannot be started again. Make a new one with the same two ends, or delete this
            one.
          </p>
          <p>
            <Link className="button" to={routePaths.duplicateTunnel(tunnel)}>
              Make it again
            </Link>
          </p>
        </Box>
      )}
    </>
  );
}

/** Out of the way: what only some need, and only Globus knows whether it takes it now. */
function AnotherAddress({ summary, ...form }: { summary: string } & ComponentProps<typeof ListenerForm>) {
  return (
    <details className={styles.alternative}>
      <summary>{summary}</summary>
      <p className="muted">Whether this tunnel takes it now, Globus decides.</p>
      <ListenerForm {...form} />
    </details>
  );
}

function Box({
  title,
  isGood = false,
  children,
}: {
  title: ReactNode;
  isGood?: boolean;
  children: ReactNode;
}) {
  return (
    <section className={`card stack ${styles.box} ${isGood ? styles.ready : ''}`} aria-labelledby="next-step">
      <h2 id="next-step" className={styles.title}>
        {title}
      </h2>
      {children}
    </section>
  );
}
