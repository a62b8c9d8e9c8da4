import { useQuery } from '@tanstack/react-query';
import { accessPointQueries } from '../../../api/accessPoints.ts';
import { ApiError } from '../../../api/http/errors.ts';
import { shortId } from '../../../domain/text/id.ts';
import { isAccessPointId } from '../draft/draft.ts';
import styles from './ReviewSide.module.css';

/** One side in the review: its name and organization, or what is missing. */
export function ReviewSide({ id }: { id: string }) {
  const isId = isAccessPointId(id);
  const { data, error } = useQuery({ ...accessPointQueries.detail(id), enabled: isId });
  if (!isId)
    return <span className={styles.missing}>{id === '' ? 'Not chosen yet' : 'Not an access point'}</span>;
  const isUnknown = error instanceof ApiError && error.kind === 'not-found';
  return (
    <>
      <bdi className={styles.name}>{data?.name ?? shortId(id)}</bdi>
      {data?.organization && (
        <div className="muted small">
          <bdi>{data.organization}</bdi>
        </div>
      )}
      {!data && isUnknown && (
        <span className={styles.missing}> Globus does not know it, or does not show it to you</span>
      )}
    </>
  );
}
