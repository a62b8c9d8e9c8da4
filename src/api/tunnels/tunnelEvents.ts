import { queryOptions } from '@tanstack/react-query';
import { boolean, fallback, getFallbacks, type InferOutput, number, object, string, union } from 'valibot';
import { parseApiTime } from '../../domain/text/time.ts';
import { parseTunnelEventCode, type TunnelEvent } from '../../domain/tunnel/event.ts';
import { request } from '../http/http.ts';
import { ListDocument, nextPageQuery, OptionalText, type PageQuery, readItems } from '../http/jsonApi.ts';
import { type EventLog, readEventLog } from './eventLog.ts';

const PAGE_SIZE = 100;

const Attributes = object({
  code: fallback(string(), ''),
  is_error: fallback(boolean(), false),
  description: fallback(string(), ''),
  details: fallback(string(), ''),
  time: OptionalText,
});

/** That something happened is worth telling even where nothing says what. */
const TunnelEventResource = object({
  id: union([number(), string()]),
  attributes: fallback(Attributes, () => getFallbacks(Attributes)),
});

/** Which events: the server filters by one thing or the other, never by both (globus-api.md, "Transfer v2"). */
export type TunnelEventFilter =
  | { onlyErrors?: boolean; codeName?: never }
  | { onlyErrors?: never; codeName: string };

/** Questions about what happened to a tunnel. Poll with pollEvents (polling.ts). */
export const tunnelEventQueries = {
  /** The root of every key about one tunnel's events. */
  all: (tunnelId: string) => ['tunnels', 'events', tunnelId] as const,

  /** All of a tunnel's events, in whatever order and pages they come; see {@link readEventLog}. */
  list: (tunnelId: string, filter: TunnelEventFilter = {}) =>
    queryOptions({
      queryKey: [...tunnelEventQueries.all(tunnelId), filter] as const,
      queryFn: ({ client, signal }): Promise<EventLog> => {
        const { queryKey } = tunnelEventQueries.list(tunnelId, filter);
        const path = `/v2/tunnels/${encodeURIComponent(tunnelId)}/events`;
        const call = { service: 'transfer', method: 'GET', path, schema: ListDocument, signal } as const;
        return readEventLog({
          first: firstQuery(filter),
          known: client.getQueryData(queryKey),
          readPage: async (query) => {
            const { data } = await request({ ...call, query });
            const { items, unreadable } = readItems(TunnelEventResource, data.data);
            return { events: items.map(toTunnelEvent), unreadable, next: nextPageQuery(data) };
          },
          // A long history is shown as it comes, and a failure on the way costs nothing of it.
          publish: (log) => signal.aborted || client.setQueryData(queryKey, log),
        });
      },
    }),
};

function firstQuery({ onlyErrors, codeName }: TunnelEventFilter): PageQuery {
  return {
    'page[limit]': String(PAGE_SIZE),
    ...(onlyErrors ? { is_error: 'true' } : {}),
    ...(codeName === undefined ? {} : { code_name: codeName }),
  };
}

function toTunnelEvent({ id, attributes }: InferOutput<typeof TunnelEventResource>): TunnelEvent {
  return {
    id: String(id),
    code: parseTunnelEventCode(attributes.code),
    codeText: attributes.code,
    isError: attributes.is_error,
    description: attributes.description,
    details: attributes.details,
    timeMs: attributes.time === null ? null : parseApiTime(attributes.time),
  };
}
