import { experimental_streamedQuery, queryOptions } from '@tanstack/react-query';
import { boolean, fallback, type InferOutput, number, object, string, union } from 'valibot';
import { parseApiTime } from '../../domain/text/time.ts';
import { parseTunnelEventCode, type TunnelEvent } from '../../domain/tunnel/event.ts';
import { reliableTunnelHistory, type TunnelHistory } from '../../domain/tunnel/history.ts';
import { abortableDelay } from '../http/abortableDelay.ts';
import { request } from '../http/http.ts';
import {
  ListDocument,
  nextPageQuery,
  OptionalText,
  type PageQuery,
  readItems,
  Text,
} from '../http/jsonApi.ts';
import { FIRST_PAGE, withAcceptedLimit } from '../http/pageLimit.ts';
import { rawDocumentQuery } from '../http/rawDocument.ts';
import { LAST_EVENT_MS } from '../polling.ts';
import { QueryMemory } from '../queryMemory.ts';
import { EMPTY_EVENT_LOG, type EventLog, type EventPage, loadEventLog, mayLackNewest } from './eventLog.ts';

const Attributes = object({
  code: Text,
  is_error: fallback(boolean(), false),
  description: Text,
  details: Text,
  time: OptionalText,
});

/** Only the ID is required: an event is worth showing even when nothing describes it. */
const TunnelEventResource = object({
  id: union([number(), string()]),
  attributes: fallback(Attributes, { code: '', is_error: false, description: '', details: '', time: null }),
});

/** Which events to load. The server filters by errors or by code, never by both (globus-api.md, "Transfer v2"). */
export type TunnelEventFilter =
  | { onlyErrors?: boolean; codeName?: never }
  | { onlyErrors?: never; codeName: string };

/** What was loaded last, from which the next load continues. */
const loadedLogs = new QueryMemory<{ log?: EventLog }>(() => ({}));

/** The queries for a tunnel's events. Poll them with eventsPollMs (polling.ts). */
export const tunnelEventQueries = {
  /** The root of the keys for one tunnel's events. */
  all: (tunnelId: string) => ['tunnels', 'events', tunnelId] as const,

  /** The events that match a filter, in the server's order, page by page as they arrive; see {@link loadEventLog}. */
  list: (tunnelId: string, filter: TunnelEventFilter = {}) =>
    queryOptions({
      queryKey: [...tunnelEventQueries.all(tunnelId), 'list', filter] as const,
      queryFn: experimental_streamedQuery({
        streamFn: async function* ({ client, queryKey, signal }): AsyncGenerator<EventLog, void> {
          const loaded = loadedLogs.of(client, queryKey);
          const fetchPage = (query: PageQuery) => fetchEventPage(tunnelId, query, signal);
          for await (const log of loadEventLog({ firstPage: firstPage(filter), fetchPage }, loaded.log)) {
            loaded.log = log;
            yield log;
          }
        },
        refetchMode: 'append',
        reducer: (_previous, log) => log,
        initialValue: EMPTY_EVENT_LOG,
      }),
    }),

  /** The first page of the events, as the API sent it. */
  document: (tunnelId: string) => rawDocumentQuery(tunnelEventQueries.all(tunnelId), eventsPath(tunnelId)),
};

const eventsPath = (tunnelId: string) => `/v2/tunnels/${encodeURIComponent(tunnelId)}/events`;

/**
 * Loads the history of a tunnel that has stopped. If nothing reports the end yet, it is loaded again after 5 s, because
 * the last event may be recorded late.
 *
 * @throws ApiError
 */
export async function fetchStoppedHistory(tunnelId: string, signal: AbortSignal): Promise<TunnelHistory> {
  const history = await fetchHistory(tunnelId, signal);
  if (history.stoppedEvent || history.unresolvedError) return history;
  await abortableDelay(LAST_EVENT_MS, signal);
  return fetchHistory(tunnelId, signal);
}

async function fetchHistory(tunnelId: string, signal: AbortSignal): Promise<TunnelHistory> {
  const fetchPage = (query: PageQuery) => fetchEventPage(tunnelId, query, signal);
  let log = EMPTY_EVENT_LOG;
  for await (const partialLog of loadEventLog({ firstPage: FIRST_PAGE, fetchPage }, undefined))
    log = partialLog;
  return reliableTunnelHistory({ events: log.events, lacksNewest: mayLackNewest(log) });
}

async function fetchEventPage(tunnelId: string, query: PageQuery, signal: AbortSignal): Promise<EventPage> {
  const call = { service: 'transfer', method: 'GET', path: eventsPath(tunnelId) } as const;
  const { data } = await withAcceptedLimit('events', query, (limited) =>
    request({ ...call, query: limited, schema: ListDocument, signal }),
  );
  const { items, unreadable } = readItems(TunnelEventResource, data.data);
  return { events: items.map(toTunnelEvent), unreadable, next: nextPageQuery(data) };
}

function firstPage({ onlyErrors, codeName }: TunnelEventFilter): PageQuery {
  return {
    ...FIRST_PAGE,
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
