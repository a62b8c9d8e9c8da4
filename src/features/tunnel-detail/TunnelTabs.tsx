import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { routePaths } from '../../config/routePaths.ts';
import type { Tunnel } from '../../domain/tunnel/tunnel.ts';
import styles from './TunnelTabs.module.css';

/** Shows the tabs of a tunnel's page, and a few controls at the end of the row. */
export function TunnelTabs({
  tunnel: { id },
  isGone,
  children,
}: {
  tunnel: Tunnel;
  /** Nothing can be connected through a tunnel that is gone. */
  isGone: boolean;
  children: ReactNode;
}) {
  return (
    <div className={styles.row}>
      <nav aria-label="Tunnel sections" className={styles.tabs}>
        <Tab to={routePaths.tunnel(id)} label="Overview" />
        {!isGone && <Tab to={routePaths.tunnelConnect(id)} label="Connect" />}
        <Tab to={routePaths.tunnelEvents(id)} label="Events" />
        <Tab to={routePaths.tunnelDocuments(id)} label="Raw JSON" />
      </nav>
      <div className={styles.controls}>{children}</div>
    </div>
  );
}

function Tab({ to, label }: { to: string; label: string }) {
  return (
    <NavLink end to={to} data-label={label}>
      {label}
    </NavLink>
  );
}
