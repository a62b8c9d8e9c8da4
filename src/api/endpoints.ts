import { experimental_streamedQuery, type QueryClient, queryOptions } from '@tanstack/react-query';
import { array, boolean, fallback, type InferOutput, nullable, object, optional, string } from 'valibot';
import { isLoopbackHost } from '../config/loopbackHost.ts';
import type { Endpoint } from '../domain/site/endpoint.ts';
import { abortableDelay } from './http/abortableDelay.ts';
import { ApiError, needsSignIn } from './http/errors.ts';
import { request } from './http/http.ts';
import { inParallel } from './http/inParallel.ts';
import { OptionalText, ResourceId } from './http/jsonApi.ts';
import { rawDocumentQuery } from './http/rawDocument.ts';
import { retryUntilLoadedMs } from './polling.ts';

const FRESH_MS = 5 * 60_000;

/** An endpoint in the v0.10 API, which has no envelope around it. */
const EndpointDocument = object({
  id: ResourceId,
  display_name: OptionalText,
  gcs_manager_url: OptionalText,
  owner_string: OptionalText,
  organization: OptionalText,
  my_effective_roles: fallback(array(string()), []),
  subscription_id: fallback(optional(nullable(string())), undefined),
  gcs_version: OptionalText,
  public: fallback(nullable(boolean()), null),
});

/** The queries for endpoints. */
export const endpointQueries = {
  /** One endpoint, with the caller's roles on it. */
  detail: (id: string) =>
    queryOptions({
      queryKey: ['endpoints', 'detail', id] as const,
      queryFn: async ({ signal }): Promise<Endpoint> => {
        const call = { service: 'transfer', method: 'GET', path: endpointPath(id) } as const;
        const { data } = await request({ ...call, schema: EndpointDocument, signal });
        return toEndpoint(data);
      },
      staleTime: FRESH_MS,
      refetchInterval: ({ state }) => retryUntilLoadedMs(state),
    }),

  /** One endpoint, as the API sent it. */
  document: (id: string) => rawDocumentQuery(endpointQueries.detail(id).queryKey, endpointPath(id)),

  /**
   * The endpoints behind some IDs, as they arrive: each document is one call, a few at a time. An endpoint that can't be
   * loaded is counted, and the others are still loaded.
   */
  list: (ids: readonly string[]) => {
    const uniqueIds = [...new Set(ids)].sort();
    return queryOptions({
      queryKey: ['endpoints', 'list', uniqueIds] as const,
      queryFn: experimental_streamedQuery<EndpointList, EndpointList>({
        streamFn: ({ client, signal }): AsyncGenerator<EndpointList, void> =>
          loadEndpoints(client, uniqueIds, signal),
        refetchMode: 'append',
        reducer: (_previous, list) => list,
        initialValue: NO_ENDPOINTS,
      }),
      staleTime: FRESH_MS,
      refetchInterval: ({ state }) => retryUntilLoadedMs(state),
    });
  },
};

const endpointPath = (id: string) => `/v0.10/endpoint/${encodeURIComponent(id)}`;

/** Some endpoints, and the IDs of those that couldn't be loaded. */
interface EndpointList {
  endpoints: Endpoint[];
  failedIds: string[];
}

const NO_ENDPOINTS: EndpointList = { endpoints: [], failedIds: [] };
/** As many requests at a time as a browser has connections to one server. */
const CONCURRENCY = 6;
const ENDPOINTS_PER_BATCH = 30;
const MAX_PAUSES = 5;
const PAUSE_MS = 2000;

/** @throws the error that only a sign-in resolves, since all further calls would fail too */
async function* loadEndpoints(
  client: QueryClient,
  ids: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<EndpointList, void> {
  let list = NO_ENDPOINTS;
  let pauses = 0;
  const pauseAfterError = (error: unknown) => {
    if (!(error instanceof ApiError) || error.kind !== 'rate-limited' || pauses === MAX_PAUSES) return null;
    pauses += 1;
    return abortableDelay(error.retryAfterMs ?? PAUSE_MS, signal);
  };
  for (let start = 0; start < ids.length; start += ENDPOINTS_PER_BATCH) {
    const endpoints: Endpoint[] = [];
    const failedIds: string[] = [];
    const load = async (id: string) =>
      void endpoints.push(await client.fetchQuery(endpointQueries.detail(id)));
    const outcomes = await inParallel(ids.slice(start, start + ENDPOINTS_PER_BATCH), load, {
      concurrency: CONCURRENCY,
      skipAfterError: (error) => (needsSignIn(error) ? () => true : null),
      pauseAfterError,
      onOutcome: () => undefined,
      signal,
    });
    for (const outcome of outcomes) {
      if (outcome.kind === 'failed' && needsSignIn(outcome.error)) throw outcome.error;
      if (outcome.kind !== 'done') failedIds.push(outcome.item);
    }
    signal.throwIfAborted();
    list = {
      endpoints: [...list.endpoints, ...endpoints],
      failedIds: [...list.failedIds, ...failedIds],
    };
    yield list;
  }
}

function toEndpoint(document: InferOutput<typeof EndpointDocument>): Endpoint {
  return {
    id: document.id,
    name: document.display_name?.trim() || null,
    gcsManagerUrl: safeManagerUrl(document.gcs_manager_url),
    owner: document.owner_string,
    organization: document.organization,
    myEffectiveRoles: document.my_effective_roles,
    hasSubscription: document.subscription_id === undefined ? null : document.subscription_id !== null,
    gcsVersion: document.gcs_version,
    isPublic: document.public,
  };
}

/** Only https, or http on this machine (a test server), because a token is sent there. */
function safeManagerUrl(text: string | null): string | null {
  if (text === null || !URL.canParse(text)) return null;
  const { protocol, hostname, origin, pathname } = new URL(text);
  if (protocol !== 'https:' && !(protocol === 'http:' && isLoopbackHost(hostname))) return null;
  // Not /\/+$/: it takes quadratic time for slashes that aren't at the end.
  return `${origin}${pathname}`.replace(/(?<!\/)\/+$/, '');
}
