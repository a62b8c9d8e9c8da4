import { hashKey, type QueryClient, replaceEqualDeep } from '@tanstack/react-query';
import { isSettling } from '../../../domain/tunnel/state.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { everyPage, type ListPage } from '../../http/everyPage.ts';
import { type ApiCall, type RawAnswer, readAnswer, requestBytes } from '../../http/http.ts';
import { ListDocument, nextPageQuery, readItems } from '../../http/jsonApi.ts';
import { TunnelResource, toTunnel } from '../tunnelDocument.ts';
import { type ReadPage, TunnelPageWork } from './workerClient.ts';

/** Every tunnel the caller can see. */
export interface TunnelList {
  tunnels: Tunnel[];
  /** How many more Globus listed that could not be read. */
  unreadable: number;
  /** Since when this page has seen each settling tunnel settle: its id -> milliseconds since the epoch. */
  settlingSinceMs: Record<string, number>;
}

/** The key of the list in the cache. */
export const TUNNEL_LIST_KEY = ['tunnels', 'list'] as const;

const PATH = '/v2/tunnels';

/** From the first page on that is longer, of some 300 tunnels, pages are read beside the main thread (bench/README.md). */
const LONG_BYTES = 250_000;

const work = new TunnelPageWork();

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
  const { good: tunnels, unreadable } = await everyPage(PATH, {}, (query) => fetchPage(query, signal, work));
  work.tidy(tunnels.length);
  const previous = client.getQueryData<TunnelList>(TUNNEL_LIST_KEY);
  return {
    tunnels,
    unreadable,
    settlingSinceMs: settlingSince(tunnels, previous?.settlingSinceMs ?? {}, now),
  };
}

/**
 * A new list with what did not change from the one before as the very same objects, and that list itself when nothing
 * did. React-query's own rule copies each tunnel that changed: the list and the reader beside the page
 * ({@link TunnelPageWork}) would remember one each, and tell them apart field by field ever after.
 */
export function sharedList(before: TunnelList | undefined, list: TunnelList): TunnelList {
  if (!before) return list;
  // By id: Globus lists the newest first, so that one more moves all the others.
  const known = new Map(before.tunnels.map((tunnel) => [tunnel.id, tunnel]));
  const tunnels = list.tunnels.map((tunnel) => {
    const same = known.get(tunnel.id);
    return same && replaceEqualDeep(same, tunnel) === same ? same : tunnel;
  });
  const settlingSinceMs = replaceEqualDeep(before.settlingSinceMs, list.settlingSinceMs);
  const isSame =
    settlingSinceMs === before.settlingSinceMs &&
    list.unreadable === before.unreadable &&
    tunnels.length === before.tunnels.length &&
    tunnels.every((tunnel, at) => tunnel === before.tunnels[at]);
  return isSame ? before : { ...list, tunnels, settlingSinceMs };
}

/** Reads it once, for a look that nothing remembers. @throws ApiError */
export function fetchTunnels(signal: AbortSignal): Promise<{ good: Tunnel[]; unreadable: number }> {
  return everyPage(PATH, {}, (query) => fetchPage(query, signal, null));
}

async function fetchPage(
  query: Record<string, string>,
  signal: AbortSignal,
  beside: TunnelPageWork | null,
): Promise<ListPage<Tunnel>> {
  const call: ApiCall = { service: 'transfer', method: 'GET', path: PATH, query, signal };
  if (beside?.hasAnswered) return pageAskedBeside(call, beside);
  const answer = await requestBytes(call);
  const isLong = answer.bytes.byteLength > LONG_BYTES;
  const page = isLong && beside ? await beside.read(answer.bytes, answer.secret) : null;
  return pageOf(call, answer, page);
}

async function pageAskedBeside(call: ApiCall, beside: TunnelPageWork): Promise<ListPage<Tunnel>> {
  let page: ReadPage | null = null;
  const answer = await requestBytes({
    ...call,
    ask: async (...asked) => {
      const answered = await beside.ask(...asked);
      page = answered.page;
      return answered.response;
    },
  });
  return pageOf(call, answer, page);
}

/** @param page what was read of the answer already, if anything */
function pageOf(call: ApiCall, answer: RawAnswer, page: ReadPage | null): ListPage<Tunnel> {
  if (page) {
    answer.noteRead(page.requestId);
    return page;
  }
  const { data } = readAnswer({ ...call, schema: ListDocument }, answer);
  const { good, unreadable } = readItems(TunnelResource, data.data);
  return { good: good.map(toTunnel), unreadable, next: nextPageQuery(data) };
}

/** Whoever signs out leaves nothing behind: what the worker remembers goes when the list goes. */
function forgetWith(client: QueryClient): void {
  if (clients.has(client)) return;
  clients.add(client);
  client.getQueryCache().subscribe(({ type, query }) => {
    if (type === 'removed' && query.queryHash === hashKey(TUNNEL_LIST_KEY)) work.close();
  });
}

function settlingSince(
  tunnels: readonly Tunnel[],
  before: Record<string, number>,
  now: number,
): Record<string, number> {
  // Own properties only: an id is the server's word, and every object inherits some words.
  const sinceMs = (id: string) => (Object.hasOwn(before, id) ? before[id] : undefined) ?? now;
  return Object.fromEntries(tunnels.filter(isSettling).map(({ id }) => [id, sinceMs(id)]));
}
