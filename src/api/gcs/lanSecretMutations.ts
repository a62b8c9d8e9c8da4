import { mutationOptions } from '@tanstack/react-query';
import { type InferOutput, nonEmpty, object, pipe, string, unknown } from 'valibot';
import type { LanSecret, LanSecretRequest } from '../../domain/site/lanSecret.ts';
import { ApiError } from '../http/errors.ts';
import { type GcsManager, request } from '../http/http.ts';
import { OptionalNumber, OptionalText, ResourceId } from '../http/jsonApi.ts';
import { requestFromGcs } from './envelope.ts';

const PATH = '/api/lan_secrets';

const SecretResource = object({
  id: ResourceId,
  secret: pipe(string(), nonEmpty()),
  expires: OptionalNumber,
  identity_id: OptionalText,
  username: OptionalText,
});

/**
 * The mutations of LAN secrets. A secret is in the result of the mutation and nowhere else: no query has it, and the result
 * is dropped with the component that shows it. They are never retried on their own and never wait for the network.
 */
export const lanSecretMutations = {
  /** Creates a secret for one side of a tunnel. Variables: what it is for. */
  create: (manager: GcsManager) =>
    mutationOptions({
      mutationKey: ['lan-secrets', 'create'],
      mutationFn: (secretRequest: LanSecretRequest) => createLanSecret(manager, secretRequest),
      retry: false,
      networkMode: 'always',
      gcTime: 0,
    }),

  /** Deletes a secret; one that no longer exists counts as deleted. Variables: its ID. */
  delete: (manager: GcsManager) =>
    mutationOptions({
      mutationKey: ['lan-secrets', 'delete'],
      mutationFn: (id: string) => deleteLanSecret(manager, id),
      retry: false,
      networkMode: 'always',
    }),
};

async function createLanSecret(
  service: GcsManager,
  { tunnelId, accessPointId, expiresInMinutes, identityId, username }: LanSecretRequest,
): Promise<LanSecret> {
  const body = {
    DATA_TYPE: 'lan_secret_create#1.0.0',
    tunnel_id: tunnelId,
    stream_access_point_id: accessPointId,
    expires_in_mins: expiresInMinutes,
    identity_id: identityId,
    username,
  };
  return toLanSecret(await requestFromGcs({ service, method: 'POST', path: PATH, body }, SecretResource));
}

async function deleteLanSecret(service: GcsManager, id: string): Promise<void> {
  const path = `${PATH}/${encodeURIComponent(id)}`;
  try {
    await request({ service, method: 'DELETE', path, schema: unknown() });
  } catch (error) {
    if (!(error instanceof ApiError) || error.kind !== 'not-found') throw error;
  }
}

function toLanSecret(resource: InferOutput<typeof SecretResource>): LanSecret {
  return {
    id: resource.id,
    secret: resource.secret,
    // POSIX seconds.
    expiresAtMs: resource.expires === null ? null : resource.expires * 1000,
    identityId: resource.identity_id,
    username: resource.username,
  };
}
