import { useQuery } from '@tanstack/react-query';
import type { ComponentProps } from 'react';
import { Link, NavLink } from 'react-router';
import { accessPointQueries } from '../../api/accessPoints.ts';
import { routePaths } from '../../config/routePaths.ts';
import { type AccessPoint, toAsker } from '../../domain/accessPoint.ts';
import { contactText } from '../../domain/contact.ts';
import { shortId } from '../../domain/id.ts';
import { type Tunnel, tunnelName } from '../../domain/tunnel.ts';
import { legsOf } from '../../domain/tunnelLegs.ts';
import { AskerContext } from '../../ui/AskerContext.ts';
import { Freshness } from '../../ui/Freshness.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { TunnelPath } from '../../ui/TunnelPath.tsx';
import { TunnelStateBadge } from '../../ui/TunnelStateBadge.tsx';
import { NextStep } from './connect/NextStep.tsx';
import { Runbook } from './connect/Runbook.tsx';
import { useListenerDraft } from './connect/useListenerDraft.ts';
import { EventList } from './EventList.tsx';
import { TunnelActions } from './TunnelActions.tsx';
import { TunnelFacts } from './TunnelFacts.tsx';
import styles from './TunnelView.module.css';

/** The page of a tunnel that has been read. */
export function TunnelView({
  tunnel,
  tab,
  freshness,
}: {
  tunnel: Tunnel;
  tab: string;
  freshness: ComponentProps<typeof Freshness>['query'];
}) {
  const sides = [
    useAccessPoint(tunnel.initiatorAccessPointId),
    useAccessPoint(tunnel.listenerAccessPointId),
  ] as const;
  const initiator = sideName(sides[0], tunnel.initiatorAccessPointId);
  const listener = sideName(sides[1], tunnel.listenerAccessPointId);
  const typed = useListenerDraft(tunnel.id);
  const connecting = { tunnel, initiator, listener, typed };
  return (
    <AskerContext value={sides.flatMap((side) => (side ? [toAsker(side)] : []))}>
      <PageHeader
        title={<span dir="auto">{tunnelName(tunnel)}</span>}
        tabTitle={tunnelName(tunnel)}
        lede={
          <span className="row">
            <span role="status">
              <TunnelStateBadge tunnel={tunnel} />
            </span>
            <span className={styles.status} dir="auto">
              {tunnel.status}
            </span>
          </span>
        }
        actions={<TunnelActions tunnel={tunnel} />}
      />
      <div className={styles.tabRow}>
        <nav aria-label="About this tunnel" className={styles.tabs}>
          <NavLink end to={routePaths.tunnel(tunnel.id)}>
            Overview
          </NavLink>
          <NavLink to={routePaths.tunnelConnect(tunnel.id)}>Connect</NavLink>
          <NavLink to={routePaths.tunnelEvents(tunnel.id)}>Events</NavLink>
        </nav>
        <Freshness query={freshness} />
      </div>
      {tab === 'events' && <EventList tunnel={tunnel} />}
      {tab === 'connect' && (
        <div className={styles.overview}>
          <NextStep {...connecting} />
          <Runbook {...connecting} />
        </div>
      )}
      {tab !== 'events' && tab !== 'connect' && (
        <div className={styles.overview}>
          <div className="card">
            <TunnelPath
              legs={legsOf(tunnel)}
              names={{
                initiator,
                listener,
                initiatorContact: tunnel.initiatorContact && contactText(tunnel.initiatorContact),
                listenerContact: tunnel.listenerContact && contactText(tunnel.listenerContact),
              }}
            />
          </div>
          <NextStep {...connecting}>
            <p>
              <Link to={routePaths.tunnelConnect(tunnel.id)}>The commands for both machines</Link>
            </p>
          </NextStep>
          <TunnelFacts tunnel={tunnel} initiator={initiator} listener={listener} />
        </div>
      )}
    </AskerContext>
  );
}

function useAccessPoint(id: string | null): AccessPoint | undefined {
  return useQuery({ ...accessPointQueries.detail(id ?? ''), enabled: id !== null }).data;
}

function sideName(side: AccessPoint | undefined, id: string | null): string {
  return side?.name ?? (id === null ? 'not told' : shortId(id));
}
