import { mutationOptions, type QueryClient } from '@tanstack/react-query';
import { fallback, nullable, unknown } from 'valibot';
import type { Contact } from '../../domain/tunnel/contact.ts';
import type { Tunnel } from '../../domain/tunnel/tunnel.ts';
import { ApiError } from '../http/errors.ts';
import { request } from '../http/http.ts';
import { createTunnel } from './createTunnel.ts';
import { TUNNEL_LIST_KEY, type TunnelList } from './list/list.ts';
import { recordRequestedStop, removeRequestedStop } from './requestedStops.ts';
import { TunnelDocument, toTunnel, tunnelStopBody, tunnelUpdateBody } from './tunnelDocument.ts';
import { CREATE_TUNNEL_MUTATION_KEY, fetchTunnel, tunnelPath, tunnelQueries } from './tunnels.ts';

/**
 * What one can do to tunnels. None but the creation repeats itself: only a person decides to try again. Each
 * shows the server's answer at once and has the rest read anew.
 */
export const tunnelMutations = {
  /** Makes a tunnel, however often that takes. Variables: {@link Creation}. */
  create: () =>
    mutationOptions({
      mutationKey: CREATE_TUNNEL_MUTATION_KEY,
      mutationFn: createTunnel,
      ...settledByTheServer,
    }),

  /**
   * Changes one tunnel's label, or takes it away. Variables: the label. Shown before the server has answered,
   * since nothing hangs on it; the server's answer then settles it, and a refusal brings back what was there.
   */
  rename: (id: string) =>
    mutationOptions({
      mutationKey: ['tunnels', 'rename', id],
      mutationFn: (label: string | null) => patchTunnel(id, tunnelUpdateBody({ label })),
      ...settledByTheServer,
      onMutate: async (label: string | null, { client }) => {
        const { queryKey } = tunnelQueries.detail(id);
        // An answer from before the change must not undo it.
        await client.cancelQueries({ queryKey });
        const before = client.getQueryData(queryKey);
        if (before) client.setQueryData(queryKey, { ...before, label });
        return before;
      },
      onError: (_error, _label, before, { client }) => {
        client.setQueryData(tunnelQueries.detail(id).queryKey, before);
      },
    }),

  /** Gives one tunnel its listener's contact, which starts one that waits for it. Variables: the contact. */
  setListener: (id: string) =>
    mutationOptions({
      mutationKey: ['tunnels', 'give-listener', id],
      mutationFn: (listenerContact: Contact) => patchTunnel(id, tunnelUpdateBody({ listenerContact })),
      ...settledByTheServer,
    }),

  /** Asks a tunnel to stop. Variables: its id. */
  stop: () =>
    mutationOptions({
      mutationKey: ['tunnels', 'stop'],
      mutationFn: (id: string) => stopTunnel(id),
      ...settledByTheServer,
    }),

  /** Deletes a stopped tunnel. Variables: its id. */
  delete: () =>
    mutationOptions({
      mutationKey: ['tunnels', 'remove'],
      mutationFn: (id: string) => deleteTunnel(id),
      retry: false,
      onSuccess: (_nothing, id, _onMutate, { client }) => {
        client.setQueryData<TunnelList>(TUNNEL_LIST_KEY, (list) => list && without(id, list));
      },
      // Only the list: the tunnel's own page is about to close, and would ask for what is gone.
      onSettled: (_nothing, _error, _id, _onMutate, { client }) => {
        void client.invalidateQueries({ queryKey: TUNNEL_LIST_KEY });
      },
    }),
};

const settledByTheServer = {
  retry: false,
  onSuccess: (
    tunnel: Tunnel,
    _variables: unknown,
    _onMutate: unknown,
    { client }: { client: QueryClient },
  ) => {
    client.setQueryData(tunnelQueries.detail(tunnel.id).queryKey, tunnel);
  },
  onSettled: (
    _tunnel: unknown,
    _error: unknown,
    _variables: unknown,
    _onMutate: unknown,
    { client }: { client: QueryClient },
  ) => {
    // Not waited for: the answer is on the page already, and a button must not spin for a list.
    void client.invalidateQueries({ queryKey: tunnelQueries.all() });
  },
} as const;

/** Asks one of many tunnels to stop; whoever does this in bulk reads the list anew when all is done. */
export async function stopTunnel(id: string): Promise<Tunnel> {
  recordRequestedStop(id);
  try {
    return await patchTunnel(id, tunnelStopBody());
  } catch (error) {
    // Without an answer, or with a broken one, it may have been done all the same.
    if (error instanceof ApiError && error.status !== null && error.status >= 400 && error.status < 500)
      removeRequestedStop(id);
    throw error;
  }
}

/** Deletes a stopped tunnel. One that is gone already is what was wanted: an answer may have been lost. */
export async function deleteTunnel(id: string): Promise<void> {
  try {
    await request({ service: 'transfer', method: 'DELETE', path: tunnelPath(id), schema: unknown() });
  } catch (error) {
    if (!(error instanceof ApiError) || error.kind !== 'not-found') throw error;
  }
}

async function patchTunnel(id: string, body: unknown): Promise<Tunnel> {
  const call = { service: 'transfer', method: 'PATCH', path: tunnelPath(id), body } as const;
  const { data } = await request({ ...call, schema: MaybeTunnelDocument });
  // It was done (2xx), and not told how the tunnel is now.
  return data ? toTunnel(data.data) : fetchTunnel(id);
}

/** Globus answers a change with the tunnel; a service that accepts it with an empty answer is right, too. */
const MaybeTunnelDocument = fallback(nullable(TunnelDocument), null);

function without(id: string, list: TunnelList): TunnelList {
  return { ...list, tunnels: list.tunnels.filter((tunnel) => tunnel.id !== id) };
}
