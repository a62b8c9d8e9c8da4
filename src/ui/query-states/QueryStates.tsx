import type { ReactNode } from 'react';
import { ProblemNotice } from '../notices/ProblemNotice.tsx';
import { useLastError } from '../notices/useLastError.ts';
import styles from './QueryStates.module.css';

/** The part of a query this picture depends on; TanStack Query's results fit. */
interface Loadable<T> {
  data: T | undefined;
  error: unknown;
  errorUpdatedAt: number;
  refetch: () => unknown;
}

/**
 * The four pictures of something that is loaded: not there yet (a skeleton of its size), failed, empty, and
 * there. When a refresh fails, what is there stays, with a line that says so: stale is not gone.
 */
export function QueryStates<T>({
  query,
  skeleton,
  isEmpty,
  empty,
  children,
}: {
  query: Loadable<T>;
  skeleton: ReactNode;
  isEmpty?: (data: T) => boolean;
  empty?: ReactNode;
  children: (data: T) => ReactNode;
}) {
  const { data, refetch } = query;
  const error = useLastError(query);
  if (data === undefined) {
    if (error) return <ProblemNotice error={error} onRetry={refetch} />;
    return (
      <div aria-busy="true">
        <p className="visually-hidden" role="status">
          Loading
        </p>
        <div aria-hidden="true">{skeleton}</div>
      </div>
    );
  }
  return (
    <>
      {error != null && (
        <details className={styles.stale}>
          <summary>The last refresh failed. This is what was known before.</summary>
          <ProblemNotice error={error} onRetry={refetch} />
        </details>
      )}
      {isEmpty?.(data) ? empty : children(data)}
    </>
  );
}
