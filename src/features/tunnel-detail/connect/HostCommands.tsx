import type { Contact } from '../../../domain/tunnel/contact.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { HostCard } from './HostCard.tsx';
import styles from './HostCommands.module.css';
import { InitiatorSteps } from './InitiatorSteps.tsx';
import { InstallTools } from './InstallTools.tsx';
import { ListenerSteps } from './ListenerSteps.tsx';

/** Lists the commands to run on each side's host, with this tunnel's ID and addresses filled in. */
export function HostCommands({
  tunnel,
  initiator,
  listener,
  draftContact,
  isSameHost,
}: {
  tunnel: Tunnel;
  /** The access points' names. */
  initiator: string;
  listener: string;
  /** The listener address being typed, until Globus has one. */
  draftContact: Contact | null;
  /** Both programs run on the same host. */
  isSameHost: boolean;
}) {
  const contact = tunnel.listenerContact ?? draftContact;
  if (isSameHost) {
    return (
      <div className={styles.columns}>
        <HostCard title="Your host" subtitle="Use two terminals, one for each program.">
          <InstallTools />
          <li className={styles.subheading}>Terminal 1: listener</li>
          <ListenerSteps tunnelId={tunnel.id} contact={contact} />
          <li className={styles.subheading}>Terminal 2: initiator</li>
          <InitiatorSteps tunnelId={tunnel.id} isSameHost />
        </HostCard>
      </div>
    );
  }
  return (
    <div className={styles.columns}>
      <HostCard title="Listener host" subtitle={listener}>
        <InstallTools />
        <ListenerSteps tunnelId={tunnel.id} contact={contact} />
      </HostCard>
      <HostCard title="Initiator host" subtitle={initiator}>
        <InstallTools />
        <InitiatorSteps tunnelId={tunnel.id} isSameHost={false} />
      </HostCard>
    </div>
  );
}
