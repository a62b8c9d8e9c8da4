import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { Suspense, useMemo, useState } from 'react';
import { NavLink } from 'react-router';
import { accessPointQueries } from '../../api/accessPoints.ts';
import { isBlockedUntilSignIn, requestIdOf } from '../../api/http/errors.ts';
import { tunnelPollMs } from '../../api/polling.ts';
import { routePaths } from '../../config/routePaths.ts';
import { toRefusingSite } from '../../domain/site/accessPoint.ts';
import { reliableTunnelHistory } from '../../domain/tunnel/history.ts';
import type { Tunnel } from '../../domain/tunnel/tunnel.ts';
import { useSession } from '../../session/useSession.ts';
import { lazyPart } from '../../ui/lazyPart.tsx';
import { PossibleRefusersContext } from '../../ui/notices/PossibleRefusersContext.ts';
import { Freshness } from '../../ui/query-states/Freshness.tsx';
import { ConnectNextStep } from './connect/ConnectNextStep.tsx';
import { Runbook } from './connect/Runbook.tsx';
import { useListenerDraft } from './connect/useListenerDraft.ts';
import { DocumentsTab } from './DocumentsTab.tsx';
import { EventsTab } from './events/EventsTab.tsx';
import { useRefetchEventsOnStateChange } from './events/useRefetchEventsOnStateChange.ts';
import { useTunnelEvents } from './events/useTunnelEvents.ts';
import { GoneNotice } from './GoneNotice.tsx';
import { OverviewTab } from './OverviewTab.tsx';
import { TunnelHeader } from './TunnelHeader.tsx';
import styles from './TunnelView.module.css';
import { sideName } from './tunnelPageData.ts';

const RequestsDrawer = lazyPart(
  async () => (await import('./RequestsDrawer.tsx')).RequestsDrawer,
  'The list of requests',
);

const EVERYTHING = {};

/** The page of a tunnel that has been read. */
export function TunnelView({
  tunnel,
  tab,
  query,
  isGone,
}: {
  tunnel: Tunnel;
  tab: string;
  query: UseQueryResult<Tunnel>;
  /** It is not there any more: what is shown is the last that was known, and nothing can be done to it. */
  isGone: boolean;
}) {
  const sides = [
    useAccessPoint(tunnel.initiatorAccessPointId),
    useAccessPoint(tunnel.listenerAccessPointId),
  ] as const;
  const [initiator, listener] = [sides[0].data ?? null, sides[1].data ?? null];
  const { events, isEveryEvent, lacksNewest, isReading } = useTunnelEvents(tunnel.id, EVERYTHING);
  useRefetchEventsOnStateChange(tunnel);
  const history = useMemo(() => reliableTunnelHistory({ events, lacksNewest }), [events, lacksNewest]);
  const [isDrawerOpen, setDrawerOpen] = useState(false);
  const isOver = useSession()?.ended === true;
  const connecting = {
    tunnel,
    initiator: sideName(initiator, tunnel.initiatorAccessPointId),
    listener: sideName(listener, tunnel.listenerAccessPointId),
    listenerDraft: useListenerDraft(tunnel.id),
  };
  const isLoading = isReading || sides.some((one) => one.isLoading);
  const story = { tunnel, initiator, listener, events, isEveryEvent, lacksNewest, history, isLoading };
  return (
    <PossibleRefusersContext
      value={[initiator, listener].flatMap((side) => (side ? [toRefusingSite(side)] : []))}
    >
      <TunnelHeader pageData={story} isGone={isGone} />
      {isGone && (
        <GoneNotice
          tunnel={tunnel}
          lastSeenMs={query.dataUpdatedAt}
          requestId={requestIdOf(query.error)}
          onRetry={query.refetch}
        />
      )}
      <div className={styles.tabRow}>
        <nav aria-label="About this tunnel" className={styles.tabs}>
          <Tab to={routePaths.tunnel(tunnel.id)} words="Overview" />
          {!isGone && <Tab to={routePaths.tunnelConnect(tunnel.id)} words="Connect" />}
          <Tab to={routePaths.tunnelEvents(tunnel.id)} words="Events" />
          <Tab to={routePaths.tunnelDocuments(tunnel.id)} words="Documents" />
        </nav>
        <div className={styles.tabActions}>
          <button
            type="button"
            className="button"
            aria-expanded={isDrawerOpen}
            onClick={() => setDrawerOpen(!isDrawerOpen)}
          >
            Requests
          </button>
          {!isGone && (
            <Freshness
              query={query}
              pollMs={tunnelPollMs(query)}
              needsSignIn={isOver || isBlockedUntilSignIn(query.error)}
            />
          )}
        </div>
      </div>
      {tab === 'events' && <EventsTab tunnelId={tunnel.id} />}
      {tab === 'documents' && <DocumentsTab tunnel={tunnel} />}
      {tab === 'connect' && !isGone && (
        <div className={styles.overview}>
          <ConnectNextStep {...connecting} />
          <Runbook {...connecting} />
        </div>
      )}
      {!['events', 'documents', 'connect'].includes(tab) && (
        <OverviewTab pageData={story} connectProps={connecting} isGone={isGone} onRefresh={query.refetch} />
      )}
      {isDrawerOpen && (
        <Suspense>
          <RequestsDrawer onClose={() => setDrawerOpen(false)} />
        </Suspense>
      )}
    </PossibleRefusersContext>
  );
}

function Tab({ to, words }: { to: string; words: string }) {
  return (
    <NavLink end to={to} data-words={words}>
      {words}
    </NavLink>
  );
}

function useAccessPoint(id: string | null) {
  return useQuery({ ...accessPointQueries.detail(id ?? ''), enabled: id !== null });
}
