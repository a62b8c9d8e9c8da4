import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiError, requestIdOf } from '../../api/http/errors.ts';
import { RequestId } from '../../ui/notices/RequestId.tsx';
import { QueryStates } from '../../ui/query-states/QueryStates.tsx';
import { Skeleton } from '../../ui/query-states/Skeleton.tsx';
import { ManagerConsent } from './ManagerConsent.tsx';

/** Shows what a GCS Manager returned, or why it didn't. A token that it rejects is replaced by a new consent. */
export function ManagerQuery<T>({
  query,
  endpointId,
  content,
  isEmpty,
  empty,
  children,
}: {
  query: UseQueryResult<T>;
  endpointId: string;
  /** What is loaded, in the plural: "nodes". */
  content: string;
  isEmpty?: (data: T) => boolean;
  empty?: ReactNode;
  children: (data: T) => ReactNode;
}) {
  const { error } = query;
  if (error instanceof ApiError && error.kind === 'unauthorized') {
    return (
      <>
        <div role="alert">
          <p>The endpoint’s GCS Manager rejected your session. Grant access again.</p>
          <RequestId id={requestIdOf(error)} />
        </div>
        <ManagerConsent endpointId={endpointId} content={content} />
      </>
    );
  }
  return (
    <QueryStates
      query={query}
      skeleton={<Skeleton rows={3} height="44px" />}
      {...(isEmpty && { isEmpty, empty })}
    >
      {children}
    </QueryStates>
  );
}
