import { useState } from 'react';

/**
 * Returns the last error of a query that has no data yet, also while the query retries. React Query clears the error
 * then, and the message would disappear and come back with every attempt.
 */
export function useLastError(query: { data: unknown; error: unknown; errorUpdatedAt: number }): unknown {
  const { data, error, errorUpdatedAt } = query;
  const [last, setLast] = useState({ error, errorUpdatedAt });
  if (error && error !== last.error) setLast({ error, errorUpdatedAt });
  // Only if it belongs to this query: the component may have shown another one before.
  return error ?? (data === undefined && last.errorUpdatedAt === errorUpdatedAt ? last.error : null);
}
