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
import { NoSubscription } from './NoSubscription.tsx';

/** Shows the access point chosen for one side, or what is wrong with the one that a link named. */
export function ChosenAccessPoint({ side, id }: { side: 'initiator' | 'listener'; id: string }) {
  const isId = isAccessPointId(id);
  const { data, error } = useQuery({ ...accessPointQueries.detail(id), enabled: isId });
  const isNotFound = error instanceof ApiError && error.kind === 'not-found';
  return (
    <div className={styles.chosen} data-state={data ? 'good' : undefined}>
      <span className={styles.side}>{side === 'initiator' ? 'Initiator' : 'Listener'}</span>
      <div className={styles.text}>
        {id === '' && <p className="muted">Nothing selected</p>}
        {id !== '' && !isId && (
          <Warning>
            The link contains an invalid access point ID (“<bdi>{id.slice(0, 80)}</bdi>”). Choose an access
            point from the list.
          </Warning>
        )}
        {isId && data && (
          <>
            <p className={styles.name}>
              <Link to={routePaths.accessPoint(id)}>
                <bdi>{data.name}</bdi>
              </Link>
            </p>
            <p className="muted small">
              <bdi>{data.organization ?? 'No organization'}</bdi>
            </p>
            <p className="small">
              <Link to={routePaths.accessPoint(id)}>Check what this site requires of you</Link>
            </p>
            <NoSubscription endpointId={data.hostEndpointId} />
          </>
        )}
        {isId && !data && (
          <>
            <p className="mono" title={id}>
              {shortId(id)}
            </p>
            {isNotFound && (
              <Warning>Access point not found, or you don’t have access. Choose another one.</Warning>
            )}
            {error && !isNotFound && <Warning>Couldn’t load its name. You can still continue.</Warning>}
            <RequestId id={requestIdOf(error)} />
            {!error && <p className="muted small">Loading name…</p>}
          </>
        )}
      </div>
    </div>
  );
}

function Warning({ children }: { children: ReactNode }) {
  return (
    <p className={styles.error} role="alert">
      {children}
    </p>
  );
}
