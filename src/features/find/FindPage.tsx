import { useQueries } from '@tanstack/react-query';
import { Link, Navigate, useSearchParams } from 'react-router';
import { accessPointQueries } from '../../api/accessPoints.ts';
import { isNotFoundOrForbidden, requestIdOf } from '../../api/http/errors.ts';
import { tunnelQueries } from '../../api/tunnels/tunnels.ts';
import { routePaths } from '../../config/routePaths.ts';
import { findIds } from '../../domain/text/id.ts';
import { tunnelName } from '../../domain/tunnel/tunnel.ts';
import { EmptyState } from '../../ui/notices/EmptyState.tsx';
import { ProblemNotice } from '../../ui/notices/ProblemNotice.tsx';
import { RequestId } from '../../ui/notices/RequestId.tsx';
import { useLastError } from '../../ui/notices/useLastError.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import styles from './FindPage.module.css';

/** A mail may hold many ids; each is two calls. */
const MOST_IDS = 10;

/** Finds out what an id stands for and goes there; or says what was tried, and what that means. */
export function FindPage() {
  const [parameters] = useSearchParams();
  const all = findIds(parameters.get('ids') ?? '');
  const ids = all.slice(0, MOST_IDS);
  const rest = all.slice(MOST_IDS);
  const tunnels = useQueries({ queries: ids.map((id) => tunnelQueries.detail(id)) });
  const accessPoints = useQueries({ queries: ids.map((id) => accessPointQueries.detail(id)) });
  const found = ids.flatMap((id, at) => {
    const tunnel = tunnels[at]?.data;
    if (tunnel) return [{ id, kind: 'Tunnel', name: tunnelName(tunnel), to: routePaths.tunnel(id) }];
    const accessPoint = accessPoints[at]?.data;
    return accessPoint
      ? [{ id, kind: 'Access point', name: accessPoint.name, to: routePaths.accessPoint(id) }]
      : [];
  });
  const [only] = found;
  const isPending = [...tunnels, ...accessPoints].some((query) => query.isPending);
  if (only && found.length === 1 && rest.length === 0 && (ids.length === 1 || !isPending))
    return <Navigate to={only.to} replace />;
  return (
    <>
      <PageHeader
        title={titleOf(ids.length, all.length)}
        tabTitle="Find by id"
        description="The tunnels and access points with these ids, as far as Globus shows them to you."
      />
      {ids.length === 0 && (
        <EmptyState title="There is no id in this">
          An id looks like a1b2c3d4-0000-4000-8000-00000000009f. Paste it into the search box at the top,
          alone or with the text around it.
        </EmptyState>
      )}
      <ul className={styles.ids} aria-label="Ids">
        {ids.map((id, at) => {
          const tries = [tunnels[at], accessPoints[at]] as const;
          const hit = found.find((one) => one.id === id);
          return (
            <li key={id} className="card stack">
              <h2 className={`mono ${styles.id}`}>{id}</h2>
              {hit ? (
                <p>
                  {hit.kind}:{' '}
                  <Link to={hit.to} dir="auto">
                    {hit.name}
                  </Link>
                </p>
              ) : (
                <Tried tries={tries} />
              )}
            </li>
          );
        })}
      </ul>
      {ids.some((_id, at) =>
        [tunnels[at], accessPoints[at]].every((one) => isNotFoundOrForbidden(one?.error)),
      ) && (
        <p>
          An id that is not found may be mistyped, deleted, or somebody else's; Globus does not tell which.
          What is somebody else's, only its owner or the endpoint's administrator sees, and can send you a
          support bundle. Endpoints, people and requests are not looked for here.
        </p>
      )}
      {rest.length > 0 && (
        <p>
          <Link className="button" to={routePaths.find(rest)}>
            {rest.length === 1 ? 'Look up the last one' : `Look up the other ${rest.length}`}
          </Link>
        </p>
      )}
    </>
  );
}

interface Try {
  data: unknown;
  error: unknown;
  errorUpdatedAt: number;
  refetch: () => unknown;
}

const NOT_TRIED: Try = { data: undefined, error: null, errorUpdatedAt: 0, refetch: () => undefined };

function titleOf(shown: number, all: number): string {
  if (shown < all) return `The first ${shown} of ${all} ids`;
  return shown > 1 ? `${shown} ids` : 'Find by id';
}

const PLACES = ['tunnels', 'access points'];

/** What was asked for one id and what came of it: unknown and invisible look the same, a failure does not. */
function Tried({
  tries: [tunnel = NOT_TRIED, accessPoint = NOT_TRIED],
}: {
  tries: readonly [Try | undefined, Try | undefined];
}) {
  const errors = [useLastError(tunnel), useLastError(accessPoint)];
  if (errors.includes(null)) return <p role="status">Looking it up</p>;
  const failed = errors.find((error) => !isNotFoundOrForbidden(error));
  if (failed === undefined) {
    return (
      <div>
        <p>Not found: no tunnel and no access point that Globus shows you has this id.</p>
        <div className="row">
          {errors.map((error, at) => (
            <RequestId key={PLACES[at]} id={requestIdOf(error)} />
          ))}
        </div>
      </div>
    );
  }
  return (
    <>
      <ul className={styles.lookups}>
        {errors.map((error, at) => (
          <li key={PLACES[at]}>
            Among {PLACES[at]}:{' '}
            {isNotFoundOrForbidden(error) ? 'not found, or not shown to you' : 'could not be looked up'}
            {error !== failed && <RequestId id={requestIdOf(error)} />}
          </li>
        ))}
      </ul>
      <ProblemNotice
        error={failed}
        onRetry={() => {
          void tunnel.refetch();
          void accessPoint.refetch();
        }}
      />
    </>
  );
}
