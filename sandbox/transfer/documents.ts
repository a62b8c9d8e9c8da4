import type { components } from '@globus/sdk/open-api/types/transfer';
import type { AccessPoint } from '../world/sites.ts';
import type { Tunnel, TunnelEvent } from '../world/tunnels/tunnel.ts';

type Schemas = components['schemas'];

/** Formats a time like Transfer v2: in UTC with microseconds, but without a zone. */
function wireTime(at: number): string {
  // The clock has only milliseconds. The last three digits are made up.
  const microseconds = String((at * 7919) % 1000).padStart(3, '0');
  return new Date(at).toISOString().replace('Z', microseconds);
}

/** Returns a stream access point as a JSON:API resource. */
export function accessPointDocument({
  id,
  attributes,
  endpointId,
}: AccessPoint): Schemas['StreamAccessPointResponseResource'] {
  const data = endpointId === null ? null : { type: 'Endpoint', id: endpointId };
  return { type: 'StreamAccessPoint', id, attributes, relationships: { host_endpoint: { data } } };
}

/** Returns a tunnel as a JSON:API resource. */
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

/** Returns an event of a tunnel as a JSON:API resource. */
export function eventDocument(event: TunnelEvent): Schemas['TunnelEventResponseResource'] {
  const { id, code, isError, description, details, at } = event;
  return {
    type: 'TunnelEvent',
    id,
    attributes: { code, is_error: isError, description, details, time: wireTime(at) },
  };
}
