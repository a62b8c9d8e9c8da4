import { useQueries } from '@tanstack/react-query';
import { Link, Navigate } from 'react-router';
import { accessPointQueries } from '../../api/accessPoints.ts';
import { isNotFoundOrForbidden } from '../../api/http/errors.ts';
import { tunnelQueries } from '../../api/tunnels/tunnels.ts';
import { routePaths } from '../../config/routePaths.ts';
import { findIds } from '../../domain/text/id.ts';
import { tunnelName } from '../../domain/tunnel/tunnel.ts';
import { EmptyState } from '../../ui/notices/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { type UrlState, useUrlState } from '../../ui/useUrlState.ts';
import styles from './FindPage.module.css';
import { NotFoundResult } from './NotFoundResult.tsx';

/** An email may contain many IDs, and each takes two requests. */
const MAX_IDS = 10;

/** In the query string: `ids=ID ID`, or any text that contains IDs. */
const findUrlState: UrlState<{ text: string }> = {
  read: (query) => ({ text: query.get('ids') ?? '' }),
  write: ({ text }, query) => {
    if (text === '') query.delete('ids');
    else query.set('ids', text);
  },
};

/** Looks up what IDs belong to. Goes straight to the only match; otherwise lists what was found for each ID. */
export function FindPage() {
  const [{ text }] = useUrlState(findUrlState);
  const allIds = findIds(text);
  const ids = allIds.slice(0, MAX_IDS);
  const remainingIds = allIds.slice(MAX_IDS);
  const tunnels = useQueries({ queries: ids.map((id) => tunnelQueries.detail(id)) });
  const accessPoints = useQueries({ queries: ids.map((id) => accessPointQueries.detail(id)) });
  const lookups = ids.map((id, at) => {
    const queries = { tunnel: tunnels[at], accessPoint: accessPoints[at] };
    return { id, ...queries, match: matchOf(id, queries.tunnel?.data?.tunnel, queries.accessPoint?.data) };
  });
  const matches = lookups.flatMap(({ match }) => match ?? []);
  const [onlyMatch] = matches;
  const isPending = [...tunnels, ...accessPoints].some((query) => query.isPending);
  const isDecided = remainingIds.length === 0 && (ids.length === 1 || !isPending);
  if (onlyMatch && matches.length === 1 && isDecided) return <Navigate to={onlyMatch.to} replace />;
  const hasUnknownId = lookups.some(
    ({ tunnel, accessPoint }) =>
      isNotFoundOrForbidden(tunnel?.error) && isNotFoundOrForbidden(accessPoint?.error),
  );
  return (
    <>
      <PageHeader
        title={pageTitle(ids.length, allIds.length)}
        tabTitle="Find by ID"
        description="Tunnels and access points with these IDs that you have access to."
      />
      {ids.length === 0 && (
        <EmptyState title="No ID found">
          An ID looks like a1b2c3d4-0000-4000-8000-00000000009f. Paste it, or any text that contains it, into
          the search box at the top.
        </EmptyState>
      )}
      <ul className={styles.ids} aria-label="IDs">
        {lookups.map(({ id, tunnel, accessPoint, match }) => (
          <li key={id} className="card stack">
            <h2 className={`mono ${styles.id}`}>{id}</h2>
            {match ? (
              <p>
                {match.kind}:{' '}
                <Link to={match.to} dir="auto">
                  {match.name}
                </Link>
              </p>
            ) : (
              <NotFoundResult tunnel={tunnel} accessPoint={accessPoint} />
            )}
          </li>
        ))}
      </ul>
      {hasUnknownId && (
        <p>
          If an ID isn’t found, it may be mistyped, deleted, or belong to someone else. Its owner or the
          endpoint’s administrator can send you a support bundle. This page doesn’t look up endpoint, user, or
          request IDs.
        </p>
      )}
      {remainingIds.length > 0 && (
        <p>
          <Link className="button" to={routePaths.find(remainingIds)}>
            {remainingIds.length === 1 ? 'Look up 1 more ID' : `Look up ${remainingIds.length} more IDs`}
          </Link>
        </p>
      )}
    </>
  );
}

function matchOf(
  id: string,
  tunnel: Parameters<typeof tunnelName>[0] | undefined,
  accessPoint: { name: string } | undefined,
) {
  if (tunnel) return { kind: 'Tunnel', name: tunnelName(tunnel), to: routePaths.tunnel(id) };
  if (accessPoint) return { kind: 'Access point', name: accessPoint.name, to: routePaths.accessPoint(id) };
  return null;
}

function pageTitle(shownCount: number, count: number): string {
  if (shownCount < count) return `First ${shownCount} of ${count} IDs`;
  return shownCount > 1 ? `Results for ${shownCount} IDs` : 'Find by ID';
}
