import { useState } from 'react';

/**
 * The error of a query that has no data yet, also while it is asked for again: react-query forgets it then, and who was
 * reading what happened would see it vanish and come back with every try.
 */
export function useLastError(query: { data: unknown; error: unknown; errorUpdatedAt: number }): unknown {
  const { data, error, errorUpdatedAt } = query;
  const [last, setLast] = useState({ error, errorUpdatedAt });
  if (error && error !== last.error) setLast({ error, errorUpdatedAt });
  // Of this query, and not of one that stood here before.
  return error ?? (data === undefined && last.errorUpdatedAt === errorUpdatedAt ? last.error : null);
}
