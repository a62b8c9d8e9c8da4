import type { ReactNode } from 'react';
import { LoadMore, type PageQuery } from './LoadMore.tsx';
import { QueryStates } from './QueryStates.tsx';

/**
 * Shows an infinite query: a skeleton until its first page has loaded, then its pages, and below them whether the next
 * page is loading, has failed, or doesn't exist. After a failure, the earlier pages stay.
 */
export function InfiniteQueryStates<T extends { pages: unknown[] }>({
  query,
  skeleton,
  isEmpty,
  empty,
  children,
}: {
  /** A result of `useInfiniteQuery`. */
  query: PageQuery & { data: T | undefined; errorUpdatedAt: number; refetch: () => unknown };
  skeleton: ReactNode;
  isEmpty: (data: T) => boolean;
  empty: ReactNode;
  /**
   * @param end what to render at the end of the list, inside the box that it scrolls in
   */
  children: (data: T, end: ReactNode) => ReactNode;
}) {
  const { data, isFetchNextPageError, errorUpdatedAt, refetch } = query;
  const firstPage = {
    data,
    // A next page that failed is reported at the end of the list, where it is missing.
    error: isFetchNextPageError ? null : query.error,
    errorUpdatedAt,
    refetch,
  };
  return (
    <QueryStates query={firstPage} skeleton={skeleton} isEmpty={isEmpty} empty={empty}>
      {(loaded) => children(loaded, <LoadMore query={query} hasSeveralPages={loaded.pages.length > 1} />)}
    </QueryStates>
  );
}
