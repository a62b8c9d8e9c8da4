import { infiniteQueryOptions } from '@tanstack/react-query';
import { boolean, fallback, type InferOutput, number, object, string, union } from 'valibot';
import { parseApiTime } from '../domain/time.ts';
import { readTunnelEventCode, type TunnelEvent } from '../domain/tunnelEvent.ts';
import { request } from './http.ts';
import { ListDocument, nextPageQuery, OptionalText, readItems } from './jsonApi.ts';

const PAGE_SIZE = 100;

const TunnelEventResource = object({
  id: union([number(), string()]),
  attributes: object({
    code: fallback(string(), ''),
    is_error: fallback(boolean(), false),
    description: fallback(string(), ''),
    details: fallback(string(), ''),
    time: OptionalText,
  }),
});

/** Which events: the server filters by one thing or the other, never by both (globus-api.md, "Transfer v2"). */
export type TunnelEventFilter =
  | { onlyErrors?: boolean; codeName?: never }
  | { onlyErrors?: never; codeName: string };

/** Questions about what happened to a tunnel. Poll with pollEvents (polling.ts). */
export const tunnelEventQueries = {
  /** The root of every key about one tunnel's events. */
  all: (tunnelId: string) => ['tunnels', 'events', tunnelId] as const,

  /** A tunnel's events in the server's order; pages of `{events, unreadable}`. */
  list: (tunnelId: string, filter: TunnelEventFilter = {}) =>
    infiniteQueryOptions({
      queryKey: [...tunnelEventQueries.all(tunnelId), filter] as const,
      queryFn: async ({ pageParam, signal }) => {
        const path = `/v2/tunnels/${encodeURIComponent(tunnelId)}/events`;
        const call = { service: 'transfer', method: 'GET', path } as const;
        const { data } = await request({ ...call, query: pageParam, schema: ListDocument, signal });
        const { good, unreadable } = readItems(TunnelEventResource, data.data);
        return { events: good.map(toTunnelEvent), unreadable, next: nextPageQuery(data) };
      },
      initialPageParam: firstQuery(filter),
      getNextPageParam: (page) => page.next,
    }),
};

function firstQuery({ onlyErrors, codeName }: TunnelEventFilter): Record<string, string> {
  return {
    'page[limit]': String(PAGE_SIZE),
    ...(onlyErrors ? { is_error: 'true' } : {}),
    ...(codeName === undefined ? {} : { code_name: codeName }),
  };
}

function toTunnelEvent({ id, attributes }: InferOutput<typeof TunnelEventResource>): TunnelEvent {
  return {
    id: String(id),
    code: readTunnelEventCode(attributes.code),
    codeText: attributes.code,
    isError: attributes.is_error,
    description: attributes.description,
    details: attributes.details,
    timeMs: attributes.time === null ? null : parseApiTime(attributes.time),
  };
}
