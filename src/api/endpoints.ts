import { queryOptions } from '@tanstack/react-query';
import { array, fallback, type InferOutput, object, string } from 'valibot';
import { isLoopbackHost } from '../config/loopbackHost.ts';
import type { Endpoint } from '../domain/site/endpoint.ts';
import { request } from './http/http.ts';
import { OptionalText, ResourceId } from './http/jsonApi.ts';
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
  subscription_id: OptionalText,
  gcs_version: OptionalText,
});

/** The queries for endpoints. */
export const endpointQueries = {
  /** One endpoint, with the caller's roles on it. */
  detail: (id: string) =>
    queryOptions({
      queryKey: ['endpoints', 'detail', id] as const,
      queryFn: async ({ signal }): Promise<Endpoint> => {
        const path = `/v0.10/endpoint/${encodeURIComponent(id)}`;
        const call = { service: 'transfer', method: 'GET', path } as const;
        const { data } = await request({ ...call, schema: EndpointDocument, signal });
        return toEndpoint(data);
      },
      staleTime: FRESH_MS,
      refetchInterval: ({ state }) => retryUntilLoadedMs(state),
    }),
};

function toEndpoint(document: InferOutput<typeof EndpointDocument>): Endpoint {
  return {
    id: document.id,
    name: document.display_name?.trim() || null,
    gcsManagerUrl: safeManagerUrl(document.gcs_manager_url),
    owner: document.owner_string,
    organization: document.organization,
    myEffectiveRoles: document.my_effective_roles,
    subscriptionId: document.subscription_id,
    gcsVersion: document.gcs_version,
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
