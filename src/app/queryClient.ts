import { type Query, QueryClient } from '@tanstack/react-query';
import { retryDelayMs, shouldRetryQuery } from '../api/http/retry.ts';
import { isWithinRetryAfter } from '../api/polling.ts';

/** Creates the query cache of the app, with the defaults for all queries. Mutations are never retried automatically. */
export function createQueryClient(): QueryClient {
  // A query that comes into view again respects Retry-After: asking earlier would extend the wait.
  const mayRefetch = ({ state }: Query) => !isWithinRetryAfter(state, Date.now());
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: shouldRetryQuery,
        retryDelay: retryDelayMs,
        staleTime: 5_000,
        refetchOnMount: mayRefetch,
        refetchOnWindowFocus: mayRefetch,
      },
      mutations: { retry: false },
    },
  });
}
