import { useQuery } from '@tanstack/react-query';
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

/** One tunnel: its state, what to do next, its events, and what one can do to it. */
export function TunnelDetailPage() {
  const { tunnelId: typed = '', tab } = useParams();
  const { search } = useLocation();
  const tunnelId = typed.trim();
  const query = useQuery({
    ...tunnelQueries.detail(tunnelId),
    refetchInterval: ({ state }) => tunnelPollMs(state),
  });
  const id = query.data?.id;
  // Typed by hand, or bent in a mail: what is done to the tunnel and what is asked about it must go by one name.
  if (id !== undefined && id !== typed && id.toLowerCase() === tunnelId.toLowerCase()) {
    return <Navigate to={{ pathname: routePaths.tunnel(id, tab), search }} replace />;
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
        {/* The key: what one was doing to one tunnel must not go on with another. */}
        {(tunnel) => (
          <TunnelView key={tunnel.id} tunnel={tunnel} tab={tab ?? 'overview'} query={query} isGone={isGone} />
        )}
      </QueryStates>
      {query.data === undefined && query.errorUpdatedAt > 0 && (
        <p>
          <Link className="button" to={routePaths.fleet}>
            Go to the tunnels
          </Link>
        </p>
      )}
    </>
  );
}
