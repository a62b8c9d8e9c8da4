import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { accessPointQueries } from '../../api/accessPoints.ts';
import { ApiError } from '../../api/http/errors.ts';
import { routePaths } from '../../config/routePaths.ts';
import { findIds } from '../../domain/text/id.ts';
import { EmptyState } from '../../ui/notices/EmptyState.tsx';
import { RequestId } from '../../ui/notices/RequestId.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QueryStates } from '../../ui/query-states/QueryStates.tsx';
import { Skeleton } from '../../ui/query-states/Skeleton.tsx';
import { IdText } from '../../ui/text/IdText.tsx';
import styles from './AccessPointDetailPage.module.css';
import { AccessPointFacts } from './AccessPointFacts.tsx';
import { FavoriteButton } from './FavoriteButton.tsx';
import { UseAsLinks } from './UseAsLinks.tsx';

/** The page of one stream access point. */
export function AccessPointDetailPage() {
  const id = useParams().accessPointId ?? '';
  const accessPoint = useQuery(accessPointQueries.detail(id));
  const { data, error } = accessPoint;
  if (!data && error instanceof ApiError && error.kind === 'not-found') {
    if (findIds(id)[0] !== id.toLowerCase()) return <InvalidId />;
    return (
      <Missing title="Access point not found">
        It may have been removed, or you may not have access.
        <span className={styles.id}>
          <IdText id={id} contentLabel="access point ID" isFull />
        </span>
        <RequestId id={error.requestId} />
      </Missing>
    );
  }
  return (
    <>
      <PageHeader
        title={<bdi>{data?.name ?? 'Access point'}</bdi>}
        tabTitle={data?.name ?? 'Access point'}
        description={data?.organization && <bdi>{data.organization}</bdi>}
        actions={
          data && (
            <>
              <FavoriteButton accessPoint={data} />
              <UseAsLinks accessPoint={data} />
            </>
          )
        }
      />
      <QueryStates query={accessPoint} skeleton={<Skeleton rows={9} height="44px" />}>
        {(loaded) => <AccessPointFacts accessPoint={loaded} />}
      </QueryStates>
    </>
  );
}

function InvalidId() {
  return (
    <Missing title="Invalid access point ID">
      An ID has 36 characters, such as 0f5b62b5-11bd-4a25-8f6c-3a4c4b2a5d6e. The link may be incomplete.
    </Missing>
  );
}

function Missing({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <>
      <PageHeader title="Access point" tabTitle="Access point" />
      <EmptyState
        title={title}
        action={
          <Link className="button" to={routePaths.accessPoints}>
            Search access points
          </Link>
        }
      >
        {children}
      </EmptyState>
    </>
  );
}
