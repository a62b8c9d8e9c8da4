import type { Tunnel } from '../../../../domain/tunnel/tunnel.ts';
import { LanSide } from './LanSide.tsx';
import styles from './LanSides.module.css';

/** Explains LAN authentication, and shows both sides of a tunnel with their secrets. */
export function LanSides({
  tunnel,
  initiator,
  listener,
}: {
  tunnel: Tunnel;
  /** The access points' names. */
  initiator: string;
  listener: string;
}) {
  return (
    <>
      <div className={`stack ${styles.intro}`}>
        <p>
          Where a site requires it, a program proves with a LAN secret that it may use the tunnel from the
          site’s own network. Without LAN authentication, anyone who can reach the port on that network can
          connect.
        </p>
        <p>
          <span className="mono">globus-streams environment initialize</span> creates a secret and stores it
          on the host. You need one from here only for a host where no one can sign in.
        </p>
      </div>
      <div className={styles.sides}>
        <LanSide
          title="Listener side"
          name={listener}
          tunnelId={tunnel.id}
          accessPointId={tunnel.listenerAccessPointId}
        />
        <LanSide
          title="Initiator side"
          name={initiator}
          tunnelId={tunnel.id}
          accessPointId={tunnel.initiatorAccessPointId}
        />
      </div>
    </>
  );
}
