import { queryOptions } from '@tanstack/react-query';
import {
  array,
  boolean,
  fallback,
  type InferOutput,
  nonEmpty,
  nullable,
  object,
  pipe,
  string,
  unknown,
} from 'valibot';
import type { StreamGateway } from '../domain/site/streamGateway.ts';
import { request } from './http/http.ts';
import { OptionalNumber, OptionalText, readItems } from './http/jsonApi.ts';
import { collectPages } from './http/paging.ts';
import { retryUntilLoadedMs } from './polling.ts';

const PATH = '/api/stream_gateways';
const FRESH_MS = 5 * 60_000;

const OptionalTexts = fallback(nullable(array(string())), null);
const OptionalBoolean = fallback(nullable(boolean()), null);

const GatewayResource = object({
  id: pipe(string(), nonEmpty()),
  display_name: OptionalText,
  allowed_domains: OptionalTexts,
  authentication_timeout_mins: OptionalNumber,
  // [A] Documented for storage gateways only.
  require_mfa: OptionalBoolean,
  identity_mappings: fallback(nullable(array(unknown())), null),
  users_allow: OptionalTexts,
  users_deny: OptionalTexts,
  lan_secret_required: OptionalBoolean,
  lan_name: OptionalText,
  deleted: fallback(boolean(), false),
});

/** The envelope of the GCS Manager API. */
const GatewaysDocument = object({
  data: array(unknown()),
  has_next_page: fallback(boolean(), false),
  marker: OptionalText,
});

/** The queries for stream gateways; the GCS Manager of their endpoint responds to them. */
export const streamGatewayQueries = {
  /**
   * The stream gateways of one endpoint. Requires a token for the endpoint, which a sign-in doesn't include unless it
   * requests the endpoint's scope (`manageScope`).
   *
   * @param gcsUrl the base URL of the endpoint's GCS Manager
   */
  ofEndpoint: (endpointId: string, gcsUrl: string) =>
    queryOptions({
      queryKey: ['stream-gateways', endpointId, gcsUrl] as const,
      queryFn: ({ signal }) => {
        const call = { service: { gcsUrl, endpointId }, method: 'GET', path: PATH } as const;
        return collectPages(PATH, {}, async (query) => {
          const { data } = await request({ ...call, query, schema: GatewaysDocument, signal });
          const { items, unreadable } = readItems(GatewayResource, data.data);
          const next = data.has_next_page && data.marker ? { marker: data.marker } : null;
          return { items: items.filter(({ deleted }) => !deleted).map(toGateway), unreadable, next };
        });
      },
      staleTime: FRESH_MS,
      refetchInterval: ({ state }) => retryUntilLoadedMs(state),
    }),
};

function toGateway(resource: InferOutput<typeof GatewayResource>): StreamGateway {
  return {
    id: resource.id,
    name: resource.display_name,
    allowedDomains: resource.allowed_domains,
    authenticationTimeoutMinutes: resource.authentication_timeout_mins,
    requiresMfa: resource.require_mfa,
    identityMappingCount: resource.identity_mappings?.length ?? null,
    usersAllowed: resource.users_allow,
    usersDenied: resource.users_deny,
    requiresLanSecret: resource.lan_secret_required,
    lanName: resource.lan_name,
  };
}
