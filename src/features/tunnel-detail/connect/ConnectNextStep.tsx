import type { ComponentProps, ReactNode } from 'react';
import { Link } from 'react-router';
import { routePaths } from '../../../config/routePaths.ts';
import { contactString } from '../../../domain/commands/hostCommands.ts';
import { contactText } from '../../../domain/tunnel/contact.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { CopyButton } from '../../../ui/controls/CopyButton.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import styles from './ConnectNextStep.module.css';
import { ListenerForm } from './ListenerForm.tsx';
import type { ListenerDraft } from './useListenerDraft.ts';

/** Shows what the reader can do now to connect, depending on the tunnel's state. */
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
  /** A diagnosis on the same page already says and offers some of this. */
  hasDiagnosis?: boolean;
  /** An unresolved error makes "ready" too strong a word. */
  hasUnresolvedError?: boolean;
  /** A link to the commands, where they are on another page. */
  children?: ReactNode;
}) {
  const { state, listenerContact } = tunnel;
  return (
    <>
      {state === 'UNINITIALIZED' && !hasDiagnosis && (
        <Box title="Setting up">
          <p>Globus is contacting both sites. This usually takes a few seconds.</p>
        </Box>
      )}
      {state === 'AWAITING_LISTENER' && listenerContact && (
        <Box title="Connecting the two sites">
          <p>
            Listener address: <span className="mono">{contactText(listenerContact)}</span>
          </p>
          <AddressDisclosure
            summary="Change the listener address"
            action="Change address"
            tunnelId={tunnel.id}
            listenerDraft={listenerDraft}
          />
        </Box>
      )}
      {state === 'AWAITING_LISTENER' && !listenerContact && (
        <Box title="Enter the listener address">
          <p>
            The listener is the side whose program waits for connections. Enter the IP address and port where{' '}
            <strong>
              <bdi>{listener}</bdi>
            </strong>{' '}
            can reach that program. You can also set the address with a command on the listener host.
          </p>
          <ListenerForm action="Start tunnel" tunnelId={tunnel.id} listenerDraft={listenerDraft} />
          {children}
        </Box>
      )}
      {state === 'ACTIVE' && (
        <ReadyBox tunnel={tunnel} initiator={initiator} isGood={!hasUnresolvedError}>
          {children}
          <AddressDisclosure
            summary="Change the listener address"
            action="Change address"
            tunnelId={tunnel.id}
            listenerDraft={listenerDraft}
          >
            {listenerContact && (
              <p role="status">
                Current address: <span className="mono">{contactText(listenerContact)}</span>
              </p>
            )}
            <p>
              Use this if the listening program moved to another address or port. Globus then connects to it
              there. Globus doesn’t document what happens to connections that are already open.
            </p>
          </AddressDisclosure>
        </ReadyBox>
      )}
      {state === 'unknown' && (
        <div className="card">
          <AddressDisclosure
            summary="Set the listener address"
            action="Set address"
            tunnelId={tunnel.id}
            listenerDraft={listenerDraft}
          />
        </div>
      )}
      {state === 'STOPPED' && !hasDiagnosis && (
        <Box title="This tunnel has stopped">
          <p>You can’t restart a stopped tunnel. Recreate it with the same settings, or delete it.</p>
          <p>
            <Link className="button" to={routePaths.duplicateTunnel(tunnel)}>
              Recreate tunnel
            </Link>
          </p>
        </Box>
      )}
    </>
  );
}

/** Explains how to connect: the contact string for the launcher, and the real address for everything else. */
function ReadyBox({
  tunnel: { id, initiatorContact },
  initiator,
  isGood,
  children,
}: {
  tunnel: Tunnel;
  initiator: string;
  isGood: boolean;
  children: ReactNode;
}) {
  return (
    <Box
      isGood={isGood}
      title={
        isGood ? (
          <>
            <Icon name="check" /> Ready to connect
          </>
        ) : (
          'Connect your program'
        )
      }
    >
      <p>
        On the initiator host (<bdi>{initiator}</bdi>), run{' '}
        <span className="mono">globus-streams environment initialize</span> once. Then start your program with
        the launcher, <span className="mono">globus-streams-launch.sh</span>, and pass it the contact string.
        A program without the launcher can’t use it.
      </p>
      {initiatorContact && (
        <>
          <p className={styles.contact}>
            <span>Contact string:</span>
            <strong className="mono">{contactString(id, initiatorContact.port)}</strong>
            <CopyButton text={contactString(id, initiatorContact.port)} contentLabel="contact string" />
          </p>
          <p className={styles.contact}>
            <span>Initiator address:</span>
            <strong className="mono">{contactText(initiatorContact)}</strong>
            <CopyButton text={contactText(initiatorContact)} contentLabel="initiator address" />
            <span className="small muted">
              Without the launcher, a program on the initiator’s network can connect to this address, unless
              the site requires LAN authentication. The address may change after a restart.
            </span>
          </p>
        </>
      )}
      {children}
    </Box>
  );
}

/** Collapsed: few people need it, and no source says in which states Globus accepts it. */
function AddressDisclosure({
  summary,
  children,
  ...form
}: { summary: string; children?: ReactNode } & ComponentProps<typeof ListenerForm>) {
  return (
    <details className={styles.disclosure}>
      <summary>{summary}</summary>
      {children}
      <p className="muted">Globus may reject the address in the tunnel’s current state.</p>
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
