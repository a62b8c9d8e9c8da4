import { type QueryClient, replaceEqualDeep } from '@tanstack/react-query';
import { isTransitional } from '../../../domain/tunnel/state.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { type ApiCall, parseResponse, type RawResponse, requestBytes } from '../../http/http.ts';
import { ListDocument, nextPageQuery, type PageQuery, readItems } from '../../http/jsonApi.ts';
import { collectPages, fetchAllPages, type ListPage } from '../../http/paging.ts';
import { callService } from '../../http/serviceCall.ts';
import { httpSession } from '../../http/session.ts';
import { QueryMemory } from '../../queryMemory.ts';
import { TunnelResource, toTunnel } from '../tunnelDocument.ts';
import { takePreload } from './preload.ts';
import { type ParsedPage, TunnelPageWorkerClient } from './workerClient.ts';

/** Every tunnel the caller can see. */
export interface TunnelList {
  tunnels: Tunnel[];
  /** The number of further tunnels that Globus listed and that couldn't be parsed. */
  unreadable: number;
  /** For each tunnel in a transitional state: since when this page has seen it so, in ms since the epoch, by ID. */
  transitionalSinceMs: Record<string, number>;
}

/** The key of the list in the query cache. */
export const TUNNEL_LIST_KEY = ['tunnels', 'list'] as const;

const PATH = '/v2/tunnels';

/** A page of about 300 tunnels; from the first longer one on, pages are parsed in a worker (bench/README.md). */
const LONG_PAGE_BYTES = 250_000;

const workers = new QueryMemory(
  () => new TunnelPageWorkerClient(),
  (worker) => worker.reset(),
);

/**
 * Loads GET /v2/tunnels completely. For use as a query function, with {@link mergeTunnelLists}.
 *
 * @param now milliseconds since the epoch
 * @throws ApiError
 */
export async function fetchTunnelList(
  client: QueryClient,
  now: number,
  signal: AbortSignal,
): Promise<TunnelList> {
  const worker = workers.of(client, TUNNEL_LIST_KEY);
  const { items, unreadable } = await collectPages(PATH, {}, (query) => fetchPage(query, signal, worker));
  worker.resetIfStale(items.length);
  const transitionalSinceMs = Object.fromEntries(items.filter(isTransitional).map(({ id }) => [id, now]));
  return { tunnels: items, unreadable, transitionalSinceMs };
}

/**
 * Merges a new list into the previous one, as the query's `structuralSharing`: a tunnel that was in a transitional
 * state before keeps its earlier time, and what didn't change keeps its identity, including the list itself.
 *
 * TanStack Query's own rule would copy each tunnel that changed. The worker ({@link TunnelPageWorkerClient}) and the
 * cache would then hold different objects, and compare them field by field in every later fetch.
 */
export function mergeTunnelLists(previous: TunnelList | undefined, list: TunnelList): TunnelList {
  if (!previous) return list;
  // By ID, not by position: Globus lists the newest first, so that a new tunnel moves all the others.
  const previousById = new Map(previous.tunnels.map((tunnel) => [tunnel.id, tunnel]));
  const tunnels = list.tunnels.map((tunnel) => {
    const before = previousById.get(tunnel.id);
    return before && replaceEqualDeep(before, tunnel) === before ? before : tunnel;
  });
  const transitionalSinceMs = replaceEqualDeep(previous.transitionalSinceMs, keepEarlier(previous, list));
  const isUnchanged =
    transitionalSinceMs === previous.transitionalSinceMs &&
    list.unreadable === previous.unreadable &&
    tunnels.length === previous.tunnels.length &&
    tunnels.every((tunnel, index) => tunnel === previous.tunnels[index]);
  return isUnchanged ? previous : { ...list, tunnels, transitionalSinceMs };
}

/** Loads the list once, without preload and cache, to look up a single tunnel. @throws ApiError */
export async function fetchTunnels(signal: AbortSignal): Promise<Tunnel[]> {
  const { items } = await fetchAllPages(PATH, {}, TunnelResource, signal);
  return items.map(toTunnel);
}

async function fetchPage(
  query: PageQuery,
  signal: AbortSignal,
  worker: TunnelPageWorkerClient,
): Promise<ListPage<Tunnel>> {
  let page: ParsedPage | null = null;
  const call: ApiCall = {
    service: 'transfer',
    method: 'GET',
    path: PATH,
    query,
    signal,
    // What was preloaded comes first; then the worker, once it is known to run.
    transport: async (url, token, callSignal) => {
      const preload = takePreload(url, token, callSignal);
      if (preload) return preload;
      if (!worker.isReady) return callService(url, { method: 'GET', token, signal: callSignal });
      const fetched = await worker.fetchPage(url, token, [token, ...httpSession().knownTokens()], callSignal);
      page = fetched.page;
      return fetched.response;
    },
  };
  const response = await requestBytes(call);
  if (response.bytes.byteLength > LONG_PAGE_BYTES)
    page ??= await worker.parsePage(response.bytes, response.secrets);
  return page ? logged(page, response) : parsePage(call, response);
}

function logged({ requestId, ...page }: ParsedPage, { logResponse }: RawResponse): ListPage<Tunnel> {
  logResponse(requestId);
  return page;
}

function parsePage(call: ApiCall, response: RawResponse): ListPage<Tunnel> {
  const { data } = parseResponse({ ...call, schema: ListDocument }, response);
  const { items, unreadable } = readItems(TunnelResource, data.data);
  return { items: items.map(toTunnel), unreadable, next: nextPageQuery(data) };
}

function keepEarlier(previous: TunnelList, list: TunnelList): Record<string, number> {
  // Own properties only: an ID is the server's text, and objects inherit properties such as "constructor".
  const before = (id: string) =>
    Object.hasOwn(previous.transitionalSinceMs, id) ? previous.transitionalSinceMs[id] : undefined;
  return Object.fromEntries(
    Object.entries(list.transitionalSinceMs).map(([id, sinceMs]) => [id, before(id) ?? sinceMs]),
  );
}
