import { Link } from 'react-router';
import { routePaths } from '../../config/routePaths.ts';
import { contactText } from '../../domain/contact.ts';
import type { Tunnel } from '../../domain/tunnel.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { HostCommands } from './HostCommands.tsx';
import { ListenerForm } from './ListenerForm.tsx';
import styles from './NextStep.module.css';

/** What the reader can do now, by the state the tunnel is in. */
export function NextStep({
  tunnel,
  initiator,
  listener,
}: {
  tunnel: Tunnel;
  /** The access points' names. */
  initiator: string;
  listener: string;
}) {
  switch (tunnel.state) {
    case 'UNINITIALIZED':
      return (
        <Box title="Globus is setting it up">
          <p>It asks both sites. This takes a few seconds; there is nothing to do for you yet.</p>
        </Box>
      );
    case 'AWAITING_LISTENER':
      if (tunnel.listenerContact) {
        return (
          <Box title="Starting">
            <p>Globus has the listener's address and is connecting the two sides.</p>
          </Box>
        );
      }
      return (
        <Box title="Your turn: say where the listening program is">
          <p>
            The listener is the side whose program waits for the connection. Give the address at which{' '}
            <strong>{listener}</strong> reaches that program, here or on its host.
          </p>
          <ListenerForm tunnelId={tunnel.id} />
          <HostCommands tunnel={tunnel} initiator={initiator} listener={listener} />
        </Box>
      );
    case 'ACTIVE':
      return (
        <Box title="It is ready: connect your application">
          {tunnel.initiatorContact && (
            <p className={styles.contact}>
              On the initiator's side ({initiator}), connect to{' '}
              <strong className="mono">{contactText(tunnel.initiatorContact)}</strong>
              <CopyButton text={contactText(tunnel.initiatorContact)} what="contact string" />
            </p>
          )}
          <HostCommands tunnel={tunnel} initiator={initiator} listener={listener} />
        </Box>
      );
    case 'STOPPED':
      return (
        <Box title="It is over">
          <p>
            A stopped tunnel cannot be started again. Make a new one with the same two ends, or delete this
            one.
          </p>
          <p>
            <Link className="button" to={againPath(tunnel)}>
              Make it again
            </Link>
          </p>
        </Box>
      );
    default:
      return null;
  }
}

function Box({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className={`card stack ${styles.box}`} aria-labelledby="next-step">
      <h2 id="next-step">{title}</h2>
      {children}
    </section>
  );
}

/** The wizard, filled in with what this tunnel was made of. */
function againPath({
  initiatorAccessPointId,
  listenerAccessPointId,
  label,
  lifetimeMinutes,
  restartable,
}: Tunnel) {
  const query = new URLSearchParams();
  if (initiatorAccessPointId) query.set('initiator', initiatorAccessPointId);
  if (listenerAccessPointId) query.set('listener', listenerAccessPointId);
  if (label) query.set('label', label);
  if (lifetimeMinutes !== null) query.set('lifetime', String(lifetimeMinutes));
  if (restartable) query.set('restartable', 'true');
  return `${routePaths.createTunnel}?${query}`;
}
