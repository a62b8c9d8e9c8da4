import { experimental_streamedQuery, type QueryClient, queryOptions } from '@tanstack/react-query';
import { check, object, pipe } from 'valibot';
import type { GcsManagerInfo } from '../../domain/site/gcsManagerInfo.ts';
import { ApiError } from '../http/errors.ts';
import type { GcsManager } from '../http/http.ts';
import { inParallel } from '../http/inParallel.ts';
import { OptionalText } from '../http/jsonApi.ts';
import { doesServerRespond } from '../http/serviceCall.ts';
import { retryUntilLoadedMs } from '../polling.ts';
import { requestFromGcs } from './envelope.ts';

const FRESH_MS = 5 * 60_000;
const PATH = '/api/info';
/** A manager that doesn't respond must not hold back a page, or a batch, for half a minute. */
const TIMEOUT_MS = 10_000;
const CONCURRENCY = 6;
const MANAGERS_PER_BATCH = 30;

/** The response may list other documents, such as connectors, beside this one. */
const Info = pipe(
  object({
    DATA_TYPE: OptionalText,
    api_version: OptionalText,
    manager_version: OptionalText,
    endpoint_id: OptionalText,
    client_id: OptionalText,
    domain_name: OptionalText,
  }),
  check(({ DATA_TYPE }) => DATA_TYPE === null || DATA_TYPE.startsWith('info#')),
);

/** The queries for a GCS Manager itself. */
export const managerInfoQueries = {
  /** Version and names of a GCS Manager. Requires no token, so it also shows whether this page can reach it. */
  detail: (manager: GcsManager) =>
    queryOptions({
      queryKey: ['gcs-manager', 'info', manager.endpointId, manager.gcsUrl] as const,
      queryFn: async ({ signal }): Promise<GcsManagerInfo> => {
        const call = { service: manager, method: 'GET', path: PATH, timeoutMs: TIMEOUT_MS } as const;
        const info = await requestFromGcs({ ...call, isPublic: true, signal }, Info);
        return {
          apiVersion: info.api_version,
          managerVersion: info.manager_version,
          endpointId: info.endpoint_id,
          clientId: info.client_id,
          domainName: info.domain_name,
        };
      },
      staleTime: FRESH_MS,
      // The polling below is the retry, so that the page says soon that the manager doesn't respond.
      retry: false,
      refetchInterval: ({ state }) => retryUntilLoadedMs(state),
    }),

  /**
   * Whether a GCS Manager whose call failed without a response responds to others: then it refuses this page (CORS).
   */
  refusesPage: ({ endpointId, gcsUrl }: GcsManager) =>
    queryOptions({
      queryKey: ['gcs-manager', 'refuses-page', endpointId, gcsUrl] as const,
      queryFn: ({ signal }) => doesServerRespond(`${gcsUrl}${PATH}`, signal),
      retry: false,
    }),

  /** Which of some GCS Managers this page can reach, by the ID of the endpoint, as the responses arrive. */
  reachable: (managers: readonly GcsManager[]) =>
    queryOptions({
      queryKey: ['gcs-manager', 'reachable', managers] as const,
      queryFn: experimental_streamedQuery<Reachable, Reachable>({
        streamFn: ({ client, signal }): AsyncGenerator<Reachable, void> =>
          checkManagers(client, managers, signal),
        refetchMode: 'append',
        reducer: (_previous, reachable) => reachable,
        initialValue: {},
      }),
      staleTime: FRESH_MS,
    }),
};

type Reachable = Readonly<Record<string, boolean>>;

async function* checkManagers(
  client: QueryClient,
  managers: readonly GcsManager[],
  signal: AbortSignal,
): AsyncGenerator<Reachable, void> {
  const reachable: Record<string, boolean> = {};
  for (let start = 0; start < managers.length; start += MANAGERS_PER_BATCH) {
    await inParallel(
      managers.slice(start, start + MANAGERS_PER_BATCH),
      (manager) => client.fetchQuery(managerInfoQueries.detail(manager)),
      {
        concurrency: CONCURRENCY,
        skipAfterError: () => null,
        pauseAfterError: () => null,
        onOutcome: (outcome) => {
          // An error with a status came from the server.
          reachable[outcome.item.endpointId] =
            outcome.kind === 'done' ||
            (outcome.kind === 'failed' && outcome.error instanceof ApiError && outcome.error.status !== null);
        },
        signal,
      },
    );
    signal.throwIfAborted();
    yield { ...reachable };
  }
}
