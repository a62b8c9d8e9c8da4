import type { ReactNode } from 'react';
import { Notice } from '../notices/Notice.tsx';
import { ProblemNotice } from '../notices/ProblemNotice.tsx';
import { useLastError } from '../notices/useLastError.ts';
import styles from './QueryStates.module.css';

/** The parts of a query that decide what is shown. */
interface Loadable<T> {
  data: T | undefined;
  error: unknown;
  errorUpdatedAt: number;
  refetch: () => unknown;
}

/**
 * Shows a query in one of four states: loading (a skeleton of the same size), failed, empty, or loaded. When a refresh
 * fails, the earlier data stays, with a line above it that says so.
 */
export function QueryStates<T>({
  query,
  skeleton,
  isEmpty,
  empty,
  children,
}: {
  /** A result of `useQuery`. */
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
        <div className={styles.stale}>
          <Notice tone="warning" role="none">
            <details>
              <summary>Couldn’t refresh. Showing earlier data.</summary>
              <ProblemNotice error={error} onRetry={refetch} />
            </details>
          </Notice>
        </div>
      )}
      {isEmpty?.(data) ? empty : children(data)}
    </>
  );
}
