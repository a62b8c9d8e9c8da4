import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { Suspense, useMemo, useState } from 'react';
import { Navigate } from 'react-router';
import { accessPointQueries } from '../../api/accessPoints.ts';
import { isBlockedUntilSignIn, requestIdOf } from '../../api/http/errors.ts';
import { tunnelPollMs } from '../../api/polling.ts';
import type { TunnelDetail } from '../../api/tunnels/tunnels.ts';
import { routePaths } from '../../config/routePaths.ts';
import { toRefusingSite } from '../../domain/site/accessPoint.ts';
import { reliableTunnelHistory } from '../../domain/tunnel/history.ts';
import type { Tunnel } from '../../domain/tunnel/tunnel.ts';
import { useSession } from '../../session/useSession.ts';
import { lazyPart } from '../../ui/lazyPart.tsx';
import { PossibleRefusersContext } from '../../ui/notices/PossibleRefusersContext.ts';
import { Freshness } from '../../ui/query-states/Freshness.tsx';
import { ConnectTab } from './connect/ConnectTab.tsx';
import { useListenerDraft } from './connect/useListenerDraft.ts';
import { EventsTab } from './events/EventsTab.tsx';
import { useRefetchEventsOnStateChange } from './events/useRefetchEventsOnStateChange.ts';
import { useTunnelEvents } from './events/useTunnelEvents.ts';
import { GoneNotice } from './GoneNotice.tsx';
import { OverviewTab } from './overview/OverviewTab.tsx';
import { DocumentsTab } from './raw/DocumentsTab.tsx';
import { TunnelHeader } from './TunnelHeader.tsx';
import { TunnelTabs } from './TunnelTabs.tsx';
import { sideName } from './tunnelPageData.ts';
import type { TunnelTab } from './tunnelTab.ts';

const RequestsDrawer = lazyPart(
  async () => (await import('./raw/RequestsDrawer.tsx')).RequestsDrawer,
  'the list of API requests',
);

const ALL_EVENTS = {};

/** Shows a tunnel that has loaded: the header, the tabs, and the current tab. */
export function TunnelView({
  tunnel,
  tab,
  query,
  isGone,
}: {
  tunnel: Tunnel;
  tab: TunnelTab;
  query: UseQueryResult<TunnelDetail>;
  /** The tunnel was deleted or is no longer visible: the page shows the last known details and offers no actions. */
  isGone: boolean;
}) {
  const sides = [
    useAccessPoint(tunnel.initiatorAccessPointId),
    useAccessPoint(tunnel.listenerAccessPointId),
  ] as const;
  const [initiator, listener] = [sides[0].data ?? null, sides[1].data ?? null];
  const { events, isEveryEvent, lacksNewest, isInitialLoad } = useTunnelEvents(tunnel.id, ALL_EVENTS);
  useRefetchEventsOnStateChange(tunnel);
  const history = useMemo(() => reliableTunnelHistory({ events, lacksNewest }), [events, lacksNewest]);
  const [isDrawerOpen, setDrawerOpen] = useState(false);
  const isSessionExpired = useSession()?.ended === true;
  const connectProps = {
    tunnel,
    initiator: sideName(initiator, tunnel.initiatorAccessPointId),
    listener: sideName(listener, tunnel.listenerAccessPointId),
    listenerDraft: useListenerDraft(tunnel.id),
  };
  const isLoading = isInitialLoad || sides.some((side) => side.isLoading);
  const pageData = { tunnel, initiator, listener, events, isEveryEvent, lacksNewest, history, isLoading };
  // The tab disappears together with the tunnel.
  if (isGone && tab === 'connect') return <Navigate to={routePaths.tunnel(tunnel.id)} replace />;
  return (
    <PossibleRefusersContext
      value={[initiator, listener].flatMap((side) => (side ? [toRefusingSite(side)] : []))}
    >
      <TunnelHeader pageData={pageData} isGone={isGone} />
      {isGone && (
        <GoneNotice
          tunnel={tunnel}
          lastSeenMs={query.dataUpdatedAt}
          requestId={requestIdOf(query.error)}
          onRetry={query.refetch}
        />
      )}
      <TunnelTabs tunnel={tunnel} isGone={isGone}>
        <button
          type="button"
          className="button"
          aria-expanded={isDrawerOpen}
          onClick={() => setDrawerOpen(!isDrawerOpen)}
        >
          API requests
        </button>
        {!isGone && (
          <Freshness
            query={query}
            pollMs={tunnelPollMs(query, query.errorUpdatedAt)}
            needsSignIn={isSessionExpired || isBlockedUntilSignIn(query.error)}
          />
        )}
      </TunnelTabs>
      {tab === 'overview' && (
        <OverviewTab
          pageData={pageData}
          connectProps={connectProps}
          isGone={isGone}
          onRefresh={query.refetch}
        />
      )}
      {tab === 'connect' && <ConnectTab {...connectProps} />}
      {tab === 'events' && <EventsTab tunnelId={tunnel.id} />}
      {tab === 'documents' && <DocumentsTab tunnel={tunnel} />}
      {isDrawerOpen && (
        <Suspense>
          <RequestsDrawer onClose={() => setDrawerOpen(false)} />
        </Suspense>
      )}
    </PossibleRefusersContext>
  );
}

function useAccessPoint(id: string | null) {
  return useQuery({ ...accessPointQueries.detail(id ?? ''), enabled: id !== null });
}
