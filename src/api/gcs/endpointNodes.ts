import { queryOptions } from '@tanstack/react-query';
import {
  array,
  check,
  fallback,
  type InferOutput,
  nonEmpty,
  nullable,
  number,
  object,
  pipe,
  string,
} from 'valibot';
import type { EndpointNode } from '../../domain/site/endpointNode.ts';
import type { GcsManager } from '../http/http.ts';
import { OptionalText, ResourceId } from '../http/jsonApi.ts';
import { retryUntilLoadedMs } from '../polling.ts';
import { fetchAllFromGcs } from './envelope.ts';

const FRESH_MS = 5 * 60_000;

const Port = pipe(
  number(),
  check((port) => Number.isInteger(port) && port >= 0 && port <= 65_535),
);
const LanAddress = object({ address: pipe(string(), nonEmpty()), network_name: OptionalText });

const NodeResource = object({
  id: ResourceId,
  name: OptionalText,
  status: OptionalText,
  ip_addresses: fallback(array(string()), []),
  lan_addresses: fallback(array(LanAddress), []),
  internal_stream_port_range: fallback(nullable(array(Port)), null),
});

/** The queries for the nodes of an endpoint, for whoever has a role on it. */
export const endpointNodeQueries = {
  /** All nodes. */
  list: (manager: GcsManager) =>
    queryOptions({
      queryKey: ['endpoint-nodes', manager.endpointId, manager.gcsUrl] as const,
      queryFn: async ({ signal }) => {
        const { items, unreadable } = await fetchAllFromGcs(manager, '/api/nodes', NodeResource, signal);
        return { items: items.map(toNode), unreadable };
      },
      staleTime: FRESH_MS,
      refetchInterval: ({ state }) => retryUntilLoadedMs(state),
    }),
};

function toNode(resource: InferOutput<typeof NodeResource>): EndpointNode {
  const [first, last] = resource.internal_stream_port_range ?? [];
  return {
    id: resource.id,
    name: resource.name,
    status: resource.status,
    ipAddresses: resource.ip_addresses,
    lanAddresses: resource.lan_addresses.map(({ address, network_name }) => ({
      address,
      networkName: network_name,
    })),
    internalStreamPorts: first === undefined || last === undefined ? null : { first, last },
  };
}
