import { mutationOptions, type QueryClient } from '@tanstack/react-query';
import { fallback, nullable, unknown } from 'valibot';
import type { Contact } from '../../domain/tunnel/contact.ts';
import { isStoppingOrStopped } from '../../domain/tunnel/state.ts';
import type { Tunnel } from '../../domain/tunnel/tunnel.ts';
import { ApiError } from '../http/errors.ts';
import { request } from '../http/http.ts';
import { createTunnel } from './createTunnel.ts';
import { TUNNEL_LIST_KEY, type TunnelList } from './list/list.ts';
import { recordRequestedStop, removeRequestedStop, requestedStops } from './requestedStops.ts';
import { TunnelDocument, toTunnel, tunnelStopBody, tunnelUpdateBody } from './tunnelDocument.ts';
import {
  CREATE_TUNNEL_MUTATION_KEY,
  fetchTunnel,
  toTunnelDetail,
  tunnelPath,
  tunnelQueries,
} from './tunnels.ts';

/**
 * The mutations of tunnels. Only the creation is retried automatically; for the others, a person decides. Each one puts the
 * server's response into the cache and invalidates the rest.
 *
 * Network mode: a creation waits while the browser is offline, because the wizard says so and lets people cancel it.
 * The others fail at once, so that none is sent later without anyone expecting it.
 */
export const tunnelMutations = {
  /** Creates a tunnel. Variables: {@link CreateTunnelOptions}. */
  create: () =>
    mutationOptions({
      mutationKey: CREATE_TUNNEL_MUTATION_KEY,
      mutationFn: createTunnel,
      ...updateCache,
      networkMode: 'online',
    }),

  /**
   * Changes a tunnel's label, or removes it (null). Variables: the label. Updates the page before the server responds,
   * since nothing depends on a label; the response then replaces it, and a failure restores the previous one.
   */
  rename: (id: string) =>
    mutationOptions({
      mutationKey: ['tunnels', 'rename', id],
      mutationFn: (label: string | null) => patchTunnel(id, tunnelUpdateBody({ label })),
      ...updateCache,
      networkMode: 'always',
      onMutate: async (label: string | null, { client }) => {
        const { queryKey } = tunnelQueries.detail(id);
        // A response from before the change must not undo it.
        await client.cancelQueries({ queryKey, exact: true });
        const previous = client.getQueryData(queryKey);
        if (previous) client.setQueryData(queryKey, { ...previous, tunnel: { ...previous.tunnel, label } });
        return previous;
      },
      onError: (_error, _label, previous, { client }) => {
        client.setQueryData(tunnelQueries.detail(id).queryKey, previous);
      },
    }),

  /** Sets a tunnel's listener address, which starts a tunnel that waits for it. Variables: the address. */
  setListener: (id: string) =>
    mutationOptions({
      mutationKey: ['tunnels', 'set-listener', id],
      mutationFn: (listenerContact: Contact) => patchTunnel(id, tunnelUpdateBody({ listenerContact })),
      ...updateCache,
      networkMode: 'always',
    }),

  /** Stops a tunnel. Variables: its ID. */
  stop: () =>
    mutationOptions({
      mutationKey: ['tunnels', 'stop'],
      mutationFn: (id: string) => stopTunnel(id),
      ...updateCache,
      networkMode: 'always',
    }),

  /** Deletes a stopped tunnel. Variables: its ID. */
  delete: () =>
    mutationOptions({
      mutationKey: ['tunnels', 'delete'],
      mutationFn: (id: string) => deleteTunnel(id),
      retry: false,
      networkMode: 'always',
      onSuccess: (_nothing, id, _onMutate, { client }) => {
        client.setQueryData<TunnelList>(TUNNEL_LIST_KEY, (list) => list && without(id, list));
      },
      // Only the list: the tunnel's own page is about to close, and would fetch what no longer exists.
      onSettled: (_nothing, _error, _id, _onMutate, { client }) => {
        void client.invalidateQueries({ queryKey: TUNNEL_LIST_KEY });
      },
    }),
};

const updateCache = {
  retry: false,
  onSuccess: (
    tunnel: Tunnel,
    _variables: unknown,
    _onMutate: unknown,
    { client }: { client: QueryClient },
  ) => {
    client.setQueryData(tunnelQueries.detail(tunnel.id).queryKey, toTunnelDetail(tunnel, Date.now()));
  },
  onSettled: (
    _tunnel: unknown,
    _error: unknown,
    _variables: unknown,
    _onMutate: unknown,
    { client }: { client: QueryClient },
  ) => {
    // Not awaited: the page has the response already, and a button must not stay busy until the list is loaded.
    void client.invalidateQueries({ queryKey: tunnelQueries.all() });
  },
} as const;

/**
 * Stops one of many tunnels; the caller of a bulk action invalidates the list at its end. When the response is lost, the
 * tunnel itself shows whether it is stopping. So it does after a conflict: a browser may have resent a request that had
 * succeeded. Only a tunnel that has already stopped is reported as one, unless this repeats a request.
 */
export async function stopTunnel(id: string): Promise<Tunnel> {
  const isRepeat = requestedStops().has(id);
  recordRequestedStop(id);
  try {
    return await patchTunnel(id, tunnelStopBody());
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const isConflict = error.kind === 'conflict';
    const tunnel = isConflict || isStopUnconfirmed(error) ? await fetchTunnel(id).catch(() => null) : null;
    const isStopped = tunnel !== null && isStoppingOrStopped(tunnel);
    if (isStopped && (tunnel.state === 'STOPPING' || isRepeat || !isConflict)) return tunnel;
    const mayStop = isRepeat || mayBeStopping(error) || (isConflict && (isStopped || tunnel === null));
    if (!mayStop) removeRequestedStop(id);
    throw error;
  }
}

/** Whether a tunnel may be stopping although the request to stop it failed: there was no response, or a 5xx. */
export function mayBeStopping(error: ApiError): boolean {
  return error.status === null || error.status >= 500;
}

/** 503 is left out: a service that asks for fewer requests must not get more. */
function isStopUnconfirmed(error: ApiError): boolean {
  return mayBeStopping(error) && error.status !== 503;
}

/** Deletes a stopped tunnel. "Not found" counts as deleted: an earlier response may have been lost. */
export async function deleteTunnel(id: string): Promise<void> {
  try {
    await request({ service: 'transfer', method: 'DELETE', path: tunnelPath(id), schema: unknown() });
  } catch (error) {
    if (!(error instanceof ApiError) || error.kind !== 'not-found') throw error;
  }
}

async function patchTunnel(id: string, body: unknown): Promise<Tunnel> {
  const call = { service: 'transfer', method: 'PATCH', path: tunnelPath(id), body } as const;
  const { data } = await request({ ...call, schema: OptionalTunnelDocument });
  // The change was accepted (2xx), but the response doesn't include the tunnel.
  return data ? toTunnel(data.data) : fetchTunnel(id);
}

/** Globus responds to a change with the tunnel; a response without one (202, 204) is accepted, too. */
const OptionalTunnelDocument = fallback(nullable(TunnelDocument), null);

function without(id: string, list: TunnelList): TunnelList {
  return { ...list, tunnels: list.tunnels.filter((tunnel) => tunnel.id !== id) };
}
