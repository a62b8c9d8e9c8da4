import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Navigate, useLocation, useParams } from 'react-router';
import { isNotFoundOrForbidden } from '../../api/http/errors.ts';
import { tunnelPollMs } from '../../api/polling.ts';
import { tunnelQueries } from '../../api/tunnels/tunnels.ts';
import { routePaths } from '../../config/routePaths.ts';
import { toSingleLine } from '../../domain/text/plainText.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QueryStates } from '../../ui/query-states/QueryStates.tsx';
import { Skeleton } from '../../ui/query-states/Skeleton.tsx';
import { TunnelView } from './TunnelView.tsx';
import { isTunnelTab } from './tunnelTab.ts';

/** Shows one tunnel: its state, what to do next, its events, and the actions its state allows. */
export function TunnelDetailPage() {
  const { tunnelId: idInAddress = '', tab = 'overview' } = useParams();
  const { search } = useLocation();
  const tunnelId = idInAddress.trim();
  const query = useQuery({
    ...tunnelQueries.seededDetail(useQueryClient(), tunnelId),
    refetchInterval: ({ state }) => tunnelPollMs(state, Date.now()),
  });
  const id = query.data?.tunnel.id;
  // The address may differ from the ID in case or spaces. The cache and the mutations need one spelling.
  const isMisspelled = id !== undefined && id !== idInAddress && id.toLowerCase() === tunnelId.toLowerCase();
  if (isMisspelled || !isTunnelTab(tab)) {
    const pathname = routePaths.tunnel(id ?? tunnelId, isTunnelTab(tab) && tab !== 'overview' ? tab : '');
    return <Navigate to={{ pathname, search }} replace />;
  }
  const isGone = query.data !== undefined && isNotFoundOrForbidden(query.error);
  return (
    <>
      {query.data === undefined && (
        <PageHeader
          title="Tunnel"
          tabTitle="Tunnel"
          description={<span className="mono">{toSingleLine(tunnelId, 80)}</span>}
        />
      )}
      <QueryStates
        query={isGone ? { ...query, error: null } : query}
        skeleton={<Skeleton rows={6} height="64px" />}
      >
        {/* The key: drafts and open dialogs must not carry over from one tunnel to the next. */}
        {({ tunnel }) => (
          <TunnelView key={tunnel.id} tunnel={tunnel} tab={tab} query={query} isGone={isGone} />
        )}
      </QueryStates>
      {query.data === undefined && query.errorUpdatedAt > 0 && (
        <p>
          <Link className="button" to={routePaths.fleet}>
            Go to Tunnels
          </Link>
        </p>
      )}
    </>
  );
}
