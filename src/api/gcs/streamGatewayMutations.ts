import { mutationOptions, type QueryClient } from '@tanstack/react-query';
import { unknown } from 'valibot';
import type { GatewaySettings, StreamGateway } from '../../domain/site/streamGateway.ts';
import { ApiError } from '../http/errors.ts';
import { type GcsManager, request } from '../http/http.ts';
import { findDocument, requestFromGcs } from './envelope.ts';
import { GatewayChangedError } from './GatewayChangedError.ts';
import { GatewayResource, gatewayBody, toGateway } from './gatewayDocument.ts';
import { GATEWAYS_PATH, gatewayPath, streamGatewayQueries } from './streamGateways.ts';

/** A change to a gateway: only the given settings change, and null removes one. */
interface GatewayChange {
  id: string;
  settings: Partial<GatewaySettings>;
  /** Returns whether the gateway is still the one that the change was made for. */
  isCurrent: (gateway: StreamGateway) => boolean;
}

/**
 * The mutations of stream gateways. They are never retried on their own and never wait for the network. Creating or
 * deleting a gateway creates or deletes its access point, so access points are loaded again.
 */
export const streamGatewayMutations = {
  /** Creates a gateway. Variables: its settings. */
  create: (manager: GcsManager) =>
    mutationOptions({
      mutationKey: ['stream-gateways', 'create'],
      mutationFn: (settings: Partial<GatewaySettings>) => createGateway(manager, settings),
      ...updateCache(manager),
    }),

  /**
   * Changes a gateway, after reading it again. Fails with a GatewayChangedError if someone else changed it meanwhile.
   * Variables: its ID, the settings that change, and how to recognize the gateway that they were made for.
   */
  update: (manager: GcsManager) =>
    mutationOptions({
      mutationKey: ['stream-gateways', 'update'],
      mutationFn: (change: GatewayChange) => updateGateway(manager, change),
      ...updateCache(manager),
    }),

  /** Deletes a gateway, and with it its access point. Variables: its ID. */
  delete: (manager: GcsManager) =>
    mutationOptions({
      mutationKey: ['stream-gateways', 'delete'],
      mutationFn: (id: string) => deleteGateway(manager, id),
      ...updateCache(manager),
    }),
};

async function createGateway(
  service: GcsManager,
  settings: Partial<GatewaySettings>,
): Promise<StreamGateway> {
  // A new gateway has nothing that null could remove.
  const body = Object.fromEntries(
    Object.entries(gatewayBody(settings)).filter(([, value]) => value !== null),
  );
  const call = { service, method: 'POST', path: GATEWAYS_PATH, body } as const;
  return toGateway(await requestFromGcs(call, GatewayResource));
}

async function updateGateway(
  service: GcsManager,
  { id, settings, isCurrent }: GatewayChange,
): Promise<StreamGateway> {
  const call = { service, path: gatewayPath(id) };
  // A GCS Manager has no condition for a PATCH, so a change within these two calls goes unnoticed.
  const current = toGateway(await requestFromGcs({ ...call, method: 'GET' }, GatewayResource));
  if (!isCurrent(current)) throw new GatewayChangedError(current);
  const patch = { ...call, method: 'PATCH', body: gatewayBody(settings), schema: unknown() } as const;
  const { data } = await request(patch);
  // The change was accepted (2xx), but the response may not include the gateway [A].
  const gateway = findDocument(GatewayResource, data);
  return toGateway(gateway ?? (await requestFromGcs({ ...call, method: 'GET' }, GatewayResource)));
}

/** A gateway that no longer exists counts as deleted. */
async function deleteGateway(service: GcsManager, id: string): Promise<null> {
  try {
    await request({ service, method: 'DELETE', path: gatewayPath(id), schema: unknown() });
  } catch (error) {
    if (!(error instanceof ApiError) || error.kind !== 'not-found') throw error;
  }
  return null;
}

const updateCache = (manager: GcsManager) => ({
  retry: false,
  networkMode: 'always' as const,
  onSuccess: (
    gateway: StreamGateway | null,
    _variables: unknown,
    _onMutate: unknown,
    { client }: { client: QueryClient },
  ) => {
    if (gateway) client.setQueryData(streamGatewayQueries.detail(manager, gateway.id).queryKey, gateway);
  },
  onSettled: (
    _gateway: unknown,
    _error: unknown,
    _variables: unknown,
    _onMutate: unknown,
    { client }: { client: QueryClient },
  ) => {
    // Not awaited: a button must not stay busy until the lists are loaded. A deleted gateway isn't loaded again.
    void client.invalidateQueries({ queryKey: streamGatewayQueries.list(manager).queryKey });
    void client.invalidateQueries({ queryKey: ['access-points'] });
  },
});
