import type { Tunnel } from '../domain/tunnel.ts';
import { isSettling } from '../domain/tunnelState.ts';
import { fetchEveryPage } from './everyPage.ts';
import { TunnelResource, toTunnel } from './tunnelDocument.ts';

/** Every tunnel the caller can see. */
export interface TunnelList {
  tunnels: Tunnel[];
  /** How many more Globus listed that could not be read. */
  unreadable: number;
  /** Since when this page has seen each settling tunnel settle: its id -> milliseconds since the epoch. */
  settlingSinceMs: Record<string, number>;
}

/**
 * Reads GET /v2/tunnels to its end.
 *
 * @param previous the list before, for `settlingSinceMs`
 * @param now milliseconds since the epoch
 * @throws ApiError
 */
export async function fetchTunnelList(
  previous: TunnelList | undefined,
  now: number,
  signal: AbortSignal,
): Promise<TunnelList> {
  const { good, unreadable } = await fetchEveryPage('/v2/tunnels', {}, TunnelResource, signal);
  const tunnels = good.map(toTunnel);
  return {
    tunnels,
    unreadable,
    settlingSinceMs: settlingSince(tunnels, previous?.settlingSinceMs ?? {}, now),
  };
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
