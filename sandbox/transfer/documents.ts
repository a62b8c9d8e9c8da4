import type { components } from '@globus/sdk/open-api/types/transfer';
import type { AccessPoint } from '../world/sites.ts';
import type { Tunnel, TunnelEvent } from '../world/tunnels/tunnel.ts';

type Schemas = components['schemas'];

/** A time as Transfer v2 writes it: UTC without saying so, with microseconds. */
function wireTime(at: number): string {
  // The clock counts milliseconds; the last three digits only look like a clock that counts finer.
  const microseconds = String((at * 7919) % 1000).padStart(3, '0');
  return new Date(at).toISOString().replace('Z', microseconds);
}

export function accessPointDocument({
  id,
  attributes,
  endpointId,
}: AccessPoint): Schemas['StreamAccessPointResponseResource'] {
  const data = endpointId === null ? null : { type: 'Endpoint', id: endpointId };
  return { type: 'StreamAccessPoint', id, attributes, relationships: { host_endpoint: { data } } };
}

export function tunnelDocument(tunnel: Tunnel): Schemas['TunnelResponseResource'] {
  const accessPoint = (id: string) => ({ data: { type: 'StreamAccessPoint' as const, id } });
  return {
    type: 'Tunnel',
    id: tunnel.id,
    attributes: {
      submission_id: tunnel.submissionId,
      label: tunnel.label,
      lifetime_mins: tunnel.lifetimeMins,
      restartable: tunnel.restartable,
      listener_ip_address: tunnel.listenerIpAddress,
      listener_port: tunnel.listenerPort,
      initiator_ip_address: tunnel.initiatorIpAddress,
      initiator_port: tunnel.initiatorPort,
      created_time: wireTime(tunnel.createdAt),
      state: tunnel.state,
      status: tunnel.status,
    },
    relationships: {
      listener: accessPoint(tunnel.listenerAccessPointId),
      initiator: accessPoint(tunnel.initiatorAccessPointId),
      owner: { data: { type: 'Identity', id: tunnel.ownerId } },
    },
  };
}

export function eventDocument(event: TunnelEvent): Schemas['TunnelEventResponseResource'] {
  const { id, code, isError, description, details, at } = event;
  return {
    type: 'TunnelEvent',
    id,
    attributes: { code, is_error: isError, description, details, time: wireTime(at) },
  };
}
