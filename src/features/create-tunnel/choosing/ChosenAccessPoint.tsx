import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { accessPointQueries } from '../../../api/accessPoints.ts';
import { ApiError, requestIdOf } from '../../../api/http/errors.ts';
import { routePaths } from '../../../config/routePaths.ts';
import { shortId } from '../../../domain/text/id.ts';
import { RequestId } from '../../../ui/notices/RequestId.tsx';
import { isAccessPointId } from '../draft/draft.ts';
import styles from './ChosenAccessPoint.module.css';

/** What is chosen for one side, always in sight, and what is wrong with it when a link named something bad. */
export function ChosenAccessPoint({ side, id }: { side: 'initiator' | 'listener'; id: string }) {
  const isId = isAccessPointId(id);
  const { data, error } = useQuery({ ...accessPointQueries.detail(id), enabled: isId });
  const isUnknown = error instanceof ApiError && error.kind === 'not-found';
  return (
    <div className={styles.chosen} data-state={data ? 'good' : undefined}>
      <span className={styles.side}>{side === 'initiator' ? 'Initiator' : 'Listener'}</span>
      <div className={styles.text}>
        {id === '' && <p className="muted">None chosen yet. Pick one from the list.</p>}
        {id !== '' && !isId && (
          <Bad>
            The link names “<bdi>{id.slice(0, 80)}</bdi>”, which is not the id of an access point. Pick one
            from the list.
          </Bad>
        )}
        {isId && data && (
          <>
            <p className={styles.name}>
              <Link to={routePaths.accessPoint(id)}>
                <bdi>{data.name}</bdi>
              </Link>
            </p>
            <p className="muted small">
              <bdi>{data.organization ?? 'Organization not given'}</bdi>
            </p>
          </>
        )}
        {isId && !data && (
          <>
            <p className="mono" title={id}>
              {shortId(id)}
            </p>
            {isUnknown && (
              <Bad>Globus does not know this access point, or does not show it to you. Pick another.</Bad>
            )}
            {error && !isUnknown && (
              <Bad>Its name cannot be read right now. You can go on with it all the same.</Bad>
            )}
            <RequestId id={requestIdOf(error)} />
            {!error && <p className="muted small">Asking Globus for its name</p>}
          </>
        )}
      </div>
    </div>
  );
}

function Bad({ children }: { children: ReactNode }) {
  return (
    <p className={styles.error} role="alert">
      {children}
    </p>
  );
}
