import { hashKey, type QueryClient, replaceEqualDeep } from '@tanstack/react-query';
import { isTransitional } from '../../../domain/tunnel/state.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { type ApiCall, parseResponse, type RawResponse, requestBytes } from '../../http/http.ts';
import { ListDocument, nextPageQuery, readItems } from '../../http/jsonApi.ts';
import { collectPages, type ListPage } from '../../http/paging.ts';
import { TunnelResource, toTunnel } from '../tunnelDocument.ts';
import { type ParsedPage, TunnelPageWorkerClient } from './workerClient.ts';

/** Every tunnel the caller can see. */
export interface TunnelList {
  tunnels: Tunnel[];
  /** How many more Globus listed that could not be read. */
  unreadable: number;
  /** Since when this page has seen each settling tunnel settle: its id -> milliseconds since the epoch. */
  transitionalSinceMs: Record<string, number>;
}

/** The key of the list in the cache. */
export const TUNNEL_LIST_KEY = ['tunnels', 'list'] as const;

const PATH = '/v2/tunnels';

/** From the first page on that is longer, of some 300 tunnels, pages are read beside the main thread (bench/README.md). */
const LONG_BYTES = 250_000;

const work = new TunnelPageWorkerClient();

const clients = new WeakSet<QueryClient>();

/**
 * Reads GET /v2/tunnels to its end.
 *
 * @param client whose cache holds the list before, and says when it is forgotten
 * @param now milliseconds since the epoch
 * @throws ApiError
 */
export async function fetchTunnelList(
  client: QueryClient,
  now: number,
  signal: AbortSignal,
): Promise<TunnelList> {
  forgetWith(client);
  const { items: tunnels, unreadable } = await collectPages(PATH, {}, (query) =>
    fetchPage(query, signal, work),
  );
  work.resetIfStale(tunnels.length);
  const previous = client.getQueryData<TunnelList>(TUNNEL_LIST_KEY);
  return {
    tunnels,
    unreadable,
    transitionalSinceMs: settlingSince(tunnels, previous?.transitionalSinceMs ?? {}, now),
  };
}

/**
 * A new list with what did not change from the one before as the very same objects, and that list itself when nothing
 * did. React-query's own rule copies each tunnel that changed: the list and the reader beside the page
 * ({@link TunnelPageWorkerClient}) would remember one each, and tell them apart field by field ever after.
 */
export function replaceEqualTunnels(before: TunnelList | undefined, list: TunnelList): TunnelList {
  if (!before) return list;
  // By id: Globus lists the newest first, so that one more moves all the others.
  const known = new Map(before.tunnels.map((tunnel) => [tunnel.id, tunnel]));
  const tunnels = list.tunnels.map((tunnel) => {
    const same = known.get(tunnel.id);
    return same && replaceEqualDeep(same, tunnel) === same ? same : tunnel;
  });
  const settlingSinceMs = replaceEqualDeep(before.transitionalSinceMs, list.transitionalSinceMs);
  const isSame =
    settlingSinceMs === before.transitionalSinceMs &&
    list.unreadable === before.unreadable &&
    tunnels.length === before.tunnels.length &&
    tunnels.every((tunnel, at) => tunnel === before.tunnels[at]);
  return isSame ? before : { ...list, tunnels, transitionalSinceMs: settlingSinceMs };
}

/** Reads it once, for a look that nothing remembers. @throws ApiError */
export function fetchTunnels(signal: AbortSignal): Promise<{ items: Tunnel[]; unreadable: number }> {
  return collectPages(PATH, {}, (query) => fetchPage(query, signal, null));
}

async function fetchPage(
  query: Record<string, string>,
  signal: AbortSignal,
  beside: TunnelPageWorkerClient | null,
): Promise<ListPage<Tunnel>> {
  const call: ApiCall = { service: 'transfer', method: 'GET', path: PATH, query, signal };
  if (beside?.isReady) return pageAskedBeside(call, beside);
  const answer = await requestBytes(call);
  const isLong = answer.bytes.byteLength > LONG_BYTES;
  const page = isLong && beside ? await beside.parsePage(answer.bytes, answer.token) : null;
  return pageOf(call, answer, page);
}

async function pageAskedBeside(call: ApiCall, beside: TunnelPageWorkerClient): Promise<ListPage<Tunnel>> {
  let page: ParsedPage | null = null;
  const answer = await requestBytes({
    ...call,
    transport: async (...asked) => {
      const answered = await beside.fetchPage(...asked);
      page = answered.page;
      return answered.response;
    },
  });
  return pageOf(call, answer, page);
}

/** @param page what was read of the answer already, if anything */
function pageOf(call: ApiCall, answer: RawResponse, page: ParsedPage | null): ListPage<Tunnel> {
  if (page) {
    answer.logResponse(page.requestId);
    return page;
  }
  const { data } = parseResponse({ ...call, schema: ListDocument }, answer);
  const { items, unreadable } = readItems(TunnelResource, data.data);
  return { items: items.map(toTunnel), unreadable, next: nextPageQuery(data) };
}

/** Whoever signs out leaves nothing behind: what the worker remembers goes when the list goes. */
function forgetWith(client: QueryClient): void {
  if (clients.has(client)) return;
  clients.add(client);
  client.getQueryCache().subscribe(({ type, query }) => {
    if (type === 'removed' && query.queryHash === hashKey(TUNNEL_LIST_KEY)) work.reset();
  });
}

function settlingSince(
  tunnels: readonly Tunnel[],
  before: Record<string, number>,
  now: number,
): Record<string, number> {
  // Own properties only: an id is the server's word, and every object inherits some words.
  const sinceMs = (id: string) => (Object.hasOwn(before, id) ? before[id] : undefined) ?? now;
  return Object.fromEntries(tunnels.filter(isTransitional).map(({ id }) => [id, sinceMs(id)]));
}
