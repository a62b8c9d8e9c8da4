import { QueryClient } from '@tanstack/react-query';
import { retryDelayMs, retryRead } from '../api/retry.ts';

/** One cache for the whole app, and how its reads are repeated. Writes never repeat by themselves. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: retryRead, retryDelay: retryDelayMs, staleTime: 5_000 },
      mutations: { retry: false },
    },
  });
}
