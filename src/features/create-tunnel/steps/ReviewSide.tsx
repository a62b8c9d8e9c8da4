import { useQuery } from '@tanstack/react-query';
import { accessPointQueries } from '../../../api/accessPoints.ts';
import { ApiError } from '../../../api/http/errors.ts';
import { shortId } from '../../../domain/text/id.ts';
import { NoSubscription } from '../choosing/NoSubscription.tsx';
import { isAccessPointId } from '../draft/draft.ts';
import styles from './ReviewSide.module.css';

/** Shows one side in the review: its name and organization, or what is missing. */
export function ReviewSide({ id }: { id: string }) {
  const isId = isAccessPointId(id);
  const { data, error } = useQuery({ ...accessPointQueries.detail(id), enabled: isId });
  if (!isId)
    return <span className={styles.missing}>{id === '' ? 'Not selected' : 'Invalid access point ID'}</span>;
  const isNotFound = error instanceof ApiError && error.kind === 'not-found';
  return (
    <>
      <bdi className={styles.name}>{data?.name ?? shortId(id)}</bdi>
      {data?.organization && (
        <div className="muted small">
          <bdi>{data.organization}</bdi>
        </div>
      )}
      {data && <NoSubscription endpointId={data.hostEndpointId} />}
      {!data && isNotFound && <span className={styles.missing}> Not found, or you don’t have access</span>}
    </>
  );
}
