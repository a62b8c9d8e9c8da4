import { type Query, QueryClient } from '@tanstack/react-query';
import { retryDelayMs, shouldRetryQuery } from '../api/http/retry.ts';
import { isWithinRetryAfter } from '../api/polling.ts';

/** One cache for the whole app, and how its reads are repeated. Writes never repeat by themselves. */
export function createQueryClient(): QueryClient {
  // Returned to, what is known is asked for anew no sooner than the service wants: it would be refused for longer.
  const mayAsk = ({ state }: Query) => !isWithinRetryAfter(state, Date.now());
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: shouldRetryQuery,
        retryDelay: retryDelayMs,
        staleTime: 5_000,
        refetchOnMount: mayAsk,
        refetchOnWindowFocus: mayAsk,
      },
      mutations: { retry: false },
    },
  });
}
