import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { Suspense, useMemo, useState } from 'react';
import { NavLink } from 'react-router';
import { accessPointQueries } from '../../api/accessPoints.ts';
import { requestIdOf, waitsForSignIn } from '../../api/http/errors.ts';
import { pollTunnel } from '../../api/polling.ts';
import { routePaths } from '../../config/routePaths.ts';
import { toAsker } from '../../domain/site/accessPoint.ts';
import { historyOf } from '../../domain/tunnel/history.ts';
import type { Tunnel } from '../../domain/tunnel/tunnel.ts';
import { useSession } from '../../session/useSession.ts';
import { latePart } from '../../ui/lazyPart.tsx';
import { AskerContext } from '../../ui/notices/AskerContext.ts';
import { Freshness } from '../../ui/query-states/Freshness.tsx';
import { NextStep } from './connect/NextStep.tsx';
import { Runbook } from './connect/Runbook.tsx';
import { useListenerDraft } from './connect/useListenerDraft.ts';
import { DocumentsTab } from './DocumentsTab.tsx';
import { EventsTab } from './events/EventsTab.tsx';
import { useEventsAfterState } from './events/useEventsAfterState.ts';
import { useTunnelEvents } from './events/useTunnelEvents.ts';
import { GoneNotice } from './GoneNotice.tsx';
import { OverviewTab } from './OverviewTab.tsx';
import { TunnelHeader } from './TunnelHeader.tsx';
import styles from './TunnelView.module.css';
import { sideName } from './tunnelStory.ts';

const RequestsDrawer = latePart(
  async () => (await import('./RequestsDrawer.tsx')).RequestsDrawer,
  'The list of requests',
);

const EVERYTHING = {};

/** The page of a tunnel that has been read. */
export function TunnelView({
  tunnel,
  tab,
  freshness,
  isGone,
}: {
  tunnel: Tunnel;
  tab: string;
  freshness: UseQueryResult<Tunnel>;
  /** It is not there any more: what is shown is the last that was known, and nothing can be done to it. */
  isGone: boolean;
}) {
  const sides = [
    useAccessPoint(tunnel.initiatorAccessPointId),
    useAccessPoint(tunnel.listenerAccessPointId),
  ] as const;
  const [initiator, listener] = [sides[0].data ?? null, sides[1].data ?? null];
  const { events, isEveryEvent, lacksNewest, isReading } = useTunnelEvents(tunnel.id, EVERYTHING);
  useEventsAfterState(tunnel);
  const history = useMemo(() => historyOf({ events, lacksNewest }), [events, lacksNewest]);
  const [isDrawerOpen, setDrawerOpen] = useState(false);
  const isOver = useSession()?.ended === true;
  const connecting = {
    tunnel,
    initiator: sideName(initiator, tunnel.initiatorAccessPointId),
    listener: sideName(listener, tunnel.listenerAccessPointId),
    typed: useListenerDraft(tunnel.id),
  };
  const isLoading = isReading || sides.some((one) => one.isLoading);
  const story = { tunnel, initiator, listener, events, isEveryEvent, lacksNewest, history, isLoading };
  return (
    <AskerContext value={[initiator, listener].flatMap((side) => (side ? [toAsker(side)] : []))}>
      <TunnelHeader story={story} isGone={isGone} />
      {isGone && (
        <GoneNotice
          tunnel={tunnel}
          lastSeenMs={freshness.dataUpdatedAt}
          requestId={requestIdOf(freshness.error)}
          onRetry={freshness.refetch}
        />
      )}
      <div className={styles.tabRow}>
        <nav aria-label="About this tunnel" className={styles.tabs}>
          <Tab to={routePaths.tunnel(tunnel.id)} words="Overview" />
          {!isGone && <Tab to={routePaths.tunnelConnect(tunnel.id)} words="Connect" />}
          <Tab to={routePaths.tunnelEvents(tunnel.id)} words="Events" />
          <Tab to={routePaths.tunnelDocuments(tunnel.id)} words="Documents" />
        </nav>
        <div className={styles.beside}>
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
              query={freshness}
              pollMs={pollTunnel(freshness)}
              needsSignIn={isOver || waitsForSignIn(freshness.error)}
            />
          )}
        </div>
      </div>
      {tab === 'events' && <EventsTab tunnelId={tunnel.id} />}
      {tab === 'documents' && <DocumentsTab tunnel={tunnel} />}
      {tab === 'connect' && !isGone && (
        <div className={styles.overview}>
          <NextStep {...connecting} />
          <Runbook {...connecting} />
        </div>
      )}
      {!['events', 'documents', 'connect'].includes(tab) && (
        <OverviewTab story={story} connecting={connecting} isGone={isGone} onRefresh={freshness.refetch} />
      )}
      {isDrawerOpen && (
        <Suspense>
          <RequestsDrawer onClose={() => setDrawerOpen(false)} />
        </Suspense>
      )}
    </AskerContext>
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
